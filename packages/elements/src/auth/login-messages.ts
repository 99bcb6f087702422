import type { Dictionary } from '../base/localize.ts';
import type { laterLoginMessages } from './login-later-messages.ts';

const firstMessages = {
  signInTitle: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  mailCode: 'Mail me a code instead',
  forgotten: 'Forgotten your password?',
  emailFirst: 'Type your e-mail address.',
  emailWrong: 'Type an address such as anna@example.com.',
  passwordFirst: 'Type your password.',
  wrongPassword: 'This e-mail and password do not belong together. Check both, or have a code mailed to you.',
  signedInAs: 'Signed in as {name}',
  signOut: 'Sign out',
  account: 'Your account',
  accountFailed: 'Your account could not be loaded.',
  notKept: 'Your browser keeps nothing for this page, so you will be asked again next time.',
  mustAddTotp: '{business} asks everybody to sign in with an authenticator app. Please set it up now.',
  hosted: 'You sign in on the {portal} of {business}.',
  hostedLink: 'Go to sign-in',
  needsHttps: 'Signing in needs a secure address. Please open this page with https://.',
  'tooMany': 'Too many tries. Please wait {count} seconds.',
  'tooMany.one': 'Too many tries. Please wait a second.',
  'tooManyMinutes': 'Too many tries. Please wait {count} minutes.',
  somethingWrong: 'That did not work. Please try again.',
} as const;

export type FirstLoginMessage = keyof typeof firstMessages;
export type LaterLoginMessage = keyof typeof laterLoginMessages;
export type LoginMessage = FirstLoginMessage | LaterLoginMessage;

/** Every word of `<portal-login>` but its account panel. Those of the steps beyond the first are added when they arrive. */
export const loginDictionary: Dictionary<LoginMessage, FirstLoginMessage> = {
  name: 'login',
  english: { ...firstMessages } as Record<LoginMessage, string>,
  others: {
    ar: () => import('./locales/login-ar.ts'),
    de: () => import('./locales/login-de.ts'),
    es: () => import('./locales/login-es.ts'),
    fr: () => import('./locales/login-fr.ts'),
    pt: () => import('./locales/login-pt.ts'),
  },
  later: [{
    ar: () => import('./locales/login-later-ar.ts'),
    de: () => import('./locales/login-later-de.ts'),
    es: () => import('./locales/login-later-es.ts'),
    fr: () => import('./locales/login-later-fr.ts'),
    pt: () => import('./locales/login-later-pt.ts'),
  }],
};
