/** The part of oidc-provider 9 that is used here; the package carries no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export interface ProviderContext {
    body: unknown;
    status: number;
    type: string;
    set(headers: Readonly<Record<string, string>>): void;
    oidc: {
      provider: Provider;
      client: { clientId: string; clientName?: string };
      session: { accountId: string; grantIdFor(clientId: string): string | undefined };
      entities: { IdTokenHint?: unknown };
    };
  }

  export interface InteractionDetails {
    uid: string;
    prompt: { name: string; reasons: string[] };
    params: Record<string, unknown>;
  }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    proxy: boolean;
    Grant: {
      new (claims: { clientId: string; accountId: string }): Grant;
      find(id: string): Promise<Grant | undefined>;
    };
    Client: {
      prototype: {
        redirectUriAllowed(this: { redirectUris: string[] }, value: string): boolean;
        postLogoutRedirectUriAllowed(this: { postLogoutRedirectUris: string[] }, value: string): boolean;
      };
    };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<InteractionDetails>;
    interactionResult(request: IncomingMessage, response: ServerResponse, result: object): Promise<string>;
    on(event: string, listener: (context: ProviderContext, error: Error) => void): this;
  }
}
