import type { Refusal } from '#domain/refusal.ts';
import type { LogoutOrder } from './logout-token.ts';

/** Somebody who signed in at 江西政务服务网统一身份认证, as it vouches for them. */
export interface Identity {
  /** Stable id of the account at the identity service. */
  readonly sub: string;
  readonly name: string;
  readonly userType: 'person' | 'enterprise';
  /** Citizen id of a person, USCC of an enterprise. */
  readonly identifier: string;
  readonly phone: string;
  /** 实名等级: `high` is needed to sign and submit. */
  readonly loa: 'high' | 'basic';
  /** For a person: the enterprises he may act for. */
  readonly enterprises: readonly ActedForEnterprise[];
}

/** An enterprise a person may act for. */
export interface ActedForEnterprise {
  readonly uscc: string;
  readonly name: string;
  readonly role: '法定代表人' | '经办人';
}

/** A login that is under way: kept by the session until the callback; `codeVerifier` never leaves the server. */
export interface LoginFlow {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Where to send the browser, and what to keep meanwhile. */
export interface LoginStart {
  readonly url: string;
  readonly flow: LoginFlow;
}

/** A finished login. `idToken` is kept by the session for signing out; `sid` names the session at the service, where it tells. */
export interface LoginResult extends Identity {
  readonly idToken: string;
  readonly sid: string | null;
}

/** The identity service. What goes wrong comes back as a refusal; nothing about it is thrown. */
export interface IdentityPort {
  /**
   * Starts a login. `forceLogin` makes the service ask again even where somebody is signed in there; `assurance` asks it to make sure
   * who it is (acr_values), which it may not be able to: what came of it says `loa`.
   */
  beginLogin(input: {
    readonly redirectUri: string;
    readonly state?: string;
    readonly forceLogin?: boolean;
    readonly assurance?: 'high';
  }): Promise<LoginStart | Refusal>;
  /** Finishes it: `callbackUrl` is the whole address the browser came back to, query included. */
  finishLogin(callbackUrl: string, flow: LoginFlow): Promise<LoginResult | Refusal>;
  /** Where to send the browser to sign out there too. */
  logoutUrl(input: { readonly returnTo: string; readonly idToken?: string }): Promise<string | Refusal>;
  /** Reads what the service says when somebody signed out there (OpenID Connect Back-Channel Logout 1.0). */
  readLogoutToken(token: string): Promise<LogoutOrder | Refusal>;
  /** The service's name of itself, as front-channel logout carries it. */
  readonly issuer: string;
}
