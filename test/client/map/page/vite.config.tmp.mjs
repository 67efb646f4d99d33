import react from '@vitejs/plugin-react'
export default {
  root: '/work/main/test/client/map/page',
  publicDir: '/work/main/client/public',
  plugins: [react()],
  cacheDir: '/tmp/serik/vite-map',
  server: { port: 5391, fs: { allow: ['/work/main'] } },
}
