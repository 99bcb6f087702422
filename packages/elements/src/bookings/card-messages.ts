/** What an act has led to: said aloud, and the title of what it leads to. */
export const doneMessages = {
  booked: 'You’re booked',
  moved: 'Moved',
  cancelled: 'Cancelled',
} as const;

/** What is said of one booking by itself; comes with its view. */
export const cardMessages = {
  ...doneMessages,
  yourBooking: 'Your {booking}',
  pastBooking: 'This was your {booking}',
  when: 'When',
  what: 'What',
  where: 'Where',
  onVideo: 'Video call',
  onPhone: 'We call you',
  timeRange: '{start}–{end}',
  inZone: '{range}, {zone}',
  mailed: 'A confirmation is on its way to {email}.',
  mailedSignedIn: 'A confirmation is on its way to you by e-mail.',
  movedMail: 'We’ve told everybody and updated your calendar invitation by e-mail.',
  cancelledMail: 'We’ve confirmed it by e-mail. The time is free for somebody else now.',
  invited: 'First time here? We’ve mailed you a link to set a password, so you can see all your {bookings} in one place.',
  held: 'Almost booked',
  heldUntilPaid: 'We hold this time for you for ten minutes. It’s booked as soon as {amount} is paid.',
  payNow: 'Pay {amount}',
  letGo: 'Let it go',
  lapsed: 'This time wasn’t paid for, so it’s free again.',
  payFailed: 'The payment didn’t go through. Please try again.',
  payBy: 'Pay by {time}, or the time is free again.',
  sessionReturned: 'Your session is back in {name}.',
  sessionKept: 'This was cancelled late, so the session of {name} was not given back.',
  withPackage: 'Paid with {name}.',
  addToCalendar: 'Add to calendar',
} as const;
