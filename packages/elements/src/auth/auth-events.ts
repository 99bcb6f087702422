import type { NoDetail } from '../base/portal-events.ts';

/** How somebody is about to sign in. */
export interface SignInDetail {
  readonly by: 'password' | 'code' | 'totp' | 'link' | 'invitation';
}

declare module '../base/portal-events.ts' {
  interface PortalEventDetails {
    'portal-before-sign-in': SignInDetail;
    'portal-before-sign-out': NoDetail;
    'portal-signed-in': NoDetail;
    'portal-signed-out': NoDetail;
  }
}
