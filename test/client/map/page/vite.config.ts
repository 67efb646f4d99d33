import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `npx vite test/client/map/page` shows the map by itself: index.html for the desk's, phone.html for the phone's. */
export default defineConfig({
  plugins: [react()],
  publicDir: '../../../../client/public',
  server: { fs: { allow: ['../../../..'] } },
})
