import type { Dictionary } from '../base/localize.ts';

/** Every word of `<portal-login>` but its account panel, in English. */
const english = {
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

  codeTitle: 'Check your mail',
  codeSent: 'If {email} is known here, six digits are on their way.',
  codeNewDevice: 'You have not signed in on this device before, so we have mailed six digits to {email}.',
  code: 'Six digits',
  checking: 'Checking…',
  continue: 'Continue',
  codeFirst: 'Type the six digits.',
  wrongCode: 'These are not the right digits, or they are too old. Try again, or have new ones sent.',
  codeAgain: 'Send new digits',
  codeAgainSent: 'New digits are on their way.',
  otherWay: 'Sign in another way',

  totpTitle: 'One more step',
  totpText: 'Type the digits that your authenticator app shows now.',
  recoveryText: 'Type one of the recovery codes that you kept. Each works once.',
  recovery: 'Recovery code',
  recoveryFirst: 'Type a recovery code.',
  useRecovery: 'Use a recovery code',
  useTotp: 'Use the authenticator app',
  wrongRecovery: 'This recovery code is not right, or has been used.',

  linkTitle: 'Welcome back',
  linkText: 'Your link is ready.',
  linkGone: 'This link has been used, or is too old. Please sign in, or have a code mailed to you.',

  invitationTitle: 'Welcome, {name}',
  invitationText: 'Choose a password for {email}, and your {bookings} are one click away from now on.',
  newPassword: 'New password',
  passwordHint: 'At least 10 characters. Several words are easy to remember.',
  passwordShort: 'Use at least 10 characters.',
  passwordWeak: 'This one is easy to guess. Choose another.',
  start: 'Save and sign in',
  invitationGone: 'This invitation has been used, or is too old. If you have a password, sign in; otherwise have a code mailed to you.',

  resetTitle: 'A new password',
  resetText: 'We will mail you a link with which you choose it.',
  resetSend: 'Mail me the link',
  resetSentTitle: 'Check your mail',
  resetSent: 'If {email} is known here, a link is on its way. It works for one hour.',
  back: 'Back to sign-in',
  resetChoose: 'Choose a new password.',
  resetSave: 'Save the password',
  saving: 'Saving…',
  resetDone: 'Your password is changed. Sign in with the new one.',
  resetGone: 'This link has been used, or is too old. Have a new one mailed to you.',

  confirmTitle: 'Your e-mail address',
  confirmText: 'Confirm that you want to change it.',
  confirm: 'Confirm',
  confirmDone: 'Done. From now on your address is {email}.',
  confirmHalf: 'Thank you. Now confirm it in the mail to your other address, too.',
  confirmGone: 'This link has been used, or is too old. Change the address again to get a new one.',

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

export type LoginMessage = keyof typeof english;

export const loginDictionary: Dictionary<LoginMessage> = {
  name: 'login',
  english,
  others: {
    ar: () => import('./locales/login-ar.ts'),
    de: () => import('./locales/login-de.ts'),
    es: () => import('./locales/login-es.ts'),
    fr: () => import('./locales/login-fr.ts'),
    pt: () => import('./locales/login-pt.ts'),
  },
};
