import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { fieldWorker } from './scripts/field-worker.ts'
import { firstLoad } from './scripts/first-load.ts'

const server = 'http://localhost:8080'

export default defineConfig({
  plugins: [react(), fieldWorker()],
  publicDir: 'client/public',
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Fonts and pictures stay files: the page's content policy allows no data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: firstLoad, debugName: 'first load' }],
        },
      },
    },
  },
  server: {
    proxy: {
      '/socket.io': { target: server, ws: true },
      '/ingest': server,
      '/api': server,
      '/healthz': server,
      '/readyz': server,
    },
  },
})
