import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { allEndpoints } from '#contract/all-endpoints.ts';

const root = new URL('.', import.meta.url).pathname;
const project = new URL('..', import.meta.url).pathname;

/**
 * The address book of the API for the browser: name → [method, path, upload?], made from contract at build time,
 * so that the browser loads 2 KB of addresses instead of the schemas and the library that reads them.
 */
function endpointAddresses(): Plugin {
  const id = 'virtual:endpoint-addresses';
  return {
    name: 'endpoint-addresses',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(source) {
      if (source !== `\0${id}`) return undefined;
      const book = Object.fromEntries(allEndpoints.map((one) => [one.name, [one.method, one.path]]));
      return `export const endpointAddresses = ${JSON.stringify(book)};`;
    },
  };
}

/** Two pages: index.html for applicants, office.html for offices. What both load stands in chunks without the desk's parts. */
export default defineConfig({
  root,
  plugins: [react(), endpointAddresses()],
  resolve: {
    alias: ['law', 'domain', 'contract'].map((ring) => ({
      find: new RegExp(`^#${ring}/`),
      replacement: `${project}${ring}/`,
    })),
  },
  build: {
    outDir: `${project}dist/web`,
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1300,
    rolldownOptions: {
      input: { index: `${root}index.html`, office: `${root}office.html` },
      output: {
        codeSplitting: {
          // A group takes along what its modules import, so what both pages share is named first.
          groups: [
            {
              name: 'react',
              priority: 30,
              test: /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store)[\\/]/,
            },
            { name: 'tanstack', priority: 20, test: /node_modules[\\/]@tanstack[\\/]/ },
            { name: 'echarts', priority: 10, test: /node_modules[\\/](echarts|zrender)[\\/]/ },
            { name: 'antd', priority: 10, test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-[a-z-]+)[\\/]/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env.API ?? 'http://127.0.0.1:8080' } },
});
