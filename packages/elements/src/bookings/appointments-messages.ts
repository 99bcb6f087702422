/** What is said of the bookings in a list; comes with it. */
export const appointmentsMessages = {
  move: 'Move',
  cancelShort: 'Cancel',
  moveSpoken: 'Move {day}, {time}',
  cancelSpoken: 'Cancel {day}, {time}',
  tooLate: 'Changes were possible until {until}. Please contact {business} directly.',
  next: 'Next',
  alsoUpcoming: 'Also coming up',
  past: 'Past',
  bookAgain: '{bookAction} again',
  bookAgainFor: '{bookAction} again: {service}',
  earlier: 'Show earlier',
  noPast: 'Nothing yet. Your past sessions will be listed here.',
  statusCancelled: 'cancelled',
  statusNoShow: 'missed',
} as const;
