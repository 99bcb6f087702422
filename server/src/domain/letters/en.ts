/** A sentence for each form that the language's plural rules know; `{count}` is the number. */
export type Plural = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>;

/**
 * Every word of every mail and calendar entry. `{name}` is filled in; `{Name}` is the same with a capital. The owner's own
 * words (`{booking}`, `{bookings}`, `{bookAction}`, `{provider}`) are filled in too: write around them so that any word fits.
 */
export const en = {
  hello: 'Hello {name}, {sentence}',

  bookedTitle: '{service} is booked',
  bookedText: 'see you then.',
  movedTitle: '{service} has a new time',
  movedText: 'this is when we see you now. The entry in your calendar moves by itself if you add the file again.',
  cancelledTitle: '{service} is cancelled',
  cancelledText: 'this time is free again. We hope to see you another day.',
  reminderTitle: '{service} is coming up',
  reminderText: 'just so that it does not slip your mind.',
  bookingSubject: '{title}: {date}, {time}',
  bookAnother: '{BookAction} another time',
  openBooking: 'See, move or cancel',
  nextTime: 'Next time it is one click: set a password and your {bookings} with {business} are always in one place.',
  setPassword: 'Set a password',
  whyBooked: 'You get this because you booked with {business}.',

  newBooking: 'New {booking}',
  movedBooking: 'Moved',
  cancelledBooking: 'Cancelled',
  ownerTitle: '{happened}: {name}',
  openCalendar: 'Open the calendar',
  whyOwner: 'You get this because {bookings} of your business are mailed to you.',

  who: 'Who',
  when: 'When',
  with: '{Provider}',
  video: 'Video',
  where: 'Where',
  price: 'Price',
  entryWith: '{Provider} {name}.',
  entryJoin: 'Join: {url}',
  entryChange: 'Move or cancel: {url}',

  signInTitle: 'Sign in to {business}',
  proofTitle: 'Confirm that it is you, for {business}',
  codeSignIn: 'Type these six digits where you are signing in.',
  codeProof: 'Type these six digits to confirm that it is you.',
  codeOrButton: 'Or, in the same browser, use this button instead.',
  signIn: 'Sign in',
  codeNote: 'They work once, for ten minutes. Nobody from us will ever ask you for them. If you did not ask for this, do nothing: without it nobody gets in.',
  whyTyped: 'You get this because somebody typed your address at {business}.',

  resetTitle: 'Set a new password for {business}',
  resetText: 'Choose a new password here. The link works once, for one hour.',
  resetButton: 'Set a new password',
  resetNote: 'If you did not ask for this, do nothing: your password stays as it is.',
  whyReset: 'You get this because somebody asked for a new password at {business} with your address.',

  staffInvitationTitle: 'Join {business}',
  staffInvitationText: 'you have been asked to work with {business}: its calendar, {bookings} and clients.',
  invitationTitle: 'Your place at {business}',
  invitationText: '{business} has a place for you: see your {bookings}, move them, and everything else between you.',
  invitationNote: 'The link is yours alone. It works once, for seven days; after that ask for a new one.',
  whyInvited: 'You get this because {business} invited you.',

  confirmOldTitle: 'Change your address at {business}?',
  confirmOldText: 'You asked to sign in to {business} as {newEmail} from now on. Confirm it here, and in the mail to the new address.',
  confirmOldNote: 'If this was not you, do not confirm: nothing changes then. Set a new password, and tell {business} ({email}).',
  confirmNewTitle: 'Is this your address?',
  confirmNewText: '{newEmail} is to be your address at {business}. Confirm it here, and in the mail to your old address.',
  confirmNewNote: 'If you know nothing of this, do nothing. Both links work once, for one day.',
  confirm: 'Confirm',
  whyAddressChange: 'You get this because of a change of address at {business}.',
  addressTakenTitle: 'This address is in use already',
  addressTakenText: 'Somebody wanted to move their login at {business} to your address. You sign in with it yourself, so nothing was changed.',
  addressChangedTitle: 'Your address at {business} has changed',
  addressChangedText: 'From now on you sign in as {newEmail}.',
  addressMovedText: '{business} has changed the address it has for you. You are signed out everywhere, and this address no longer signs in.',
  addressMovedNote: 'Is this wrong? Answer this mail, or write to {email}.',
  whyHadLogin: 'You get this because you had a login at {business}.',

  welcomeTitle: '{business} is open',
  welcomeText: 'everything is ready for your first {booking}. This is where you run it.',
  openConsole: 'Open the console',
  whyWelcome: 'You get this because you started a business here.',

  passwordSetTitle: 'Your password is set',
  passwordSetText: 'from now on you can sign in with it.',
  passwordResetTitle: 'Your password was reset',
  passwordResetText: 'you are signed out everywhere. Sign in with the new one.',
  passwordChangedTitle: 'Your password was changed',
  passwordChangedText: 'all your other devices are signed out.',
  totpAddedTitle: 'Your authenticator app is on',
  totpAddedText: 'from now on, signing in asks for its code. Keep the recovery codes where you find them without your phone.',
  totpRemovedTitle: 'Your authenticator app is off',
  totpRemovedText: 'signing in no longer asks for its code.',
  recoveryUsedTitle: 'A recovery code was used',
  recoveryUsedText: 'somebody signed in with one of your recovery codes. {left}: set up your authenticator app again to get ten new ones.',
  recoveryNone: 'It was the last one',
  recoveryLeft: { one: 'One is left', other: '{count} are left' } as Plural,
  changeSubject: '{title} ({business})',
  notYou: 'Was this not you? Set a new password at once and tell {business} ({email}).',
  whyLogin: 'You get this because you have a login at {business}.',
};

/** What every language must have: the same keys as English. */
export type LetterWords = { readonly [Key in keyof typeof en]: (typeof en)[Key] extends string ? string : Plural };
