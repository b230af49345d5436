import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** Builds the console; `base: './'` lets it be served under any path. */
export default defineConfig({
  root: 'src/console',
  base: '/',
  plugins: [react()],
  resolve: { conditions: ['tongchou-source', ...defaultClientConditions] },
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    // Ant Design and ECharts are large by nature; they are split into files of their own and cached for long.
    chunkSizeWarningLimit: 1500,
  },
});
