declare module 'virtual:endpoint-addresses' {
  /** Name of an endpoint → method and path; made by vite.config.ts from contract. */
  export const endpointAddresses: Readonly<Record<string, readonly [method: string, path: string]>>;
}
