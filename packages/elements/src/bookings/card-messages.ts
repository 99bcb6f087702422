/** What is said of one booking by itself; comes with its view. */
export const cardMessages = {
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
  addToCalendar: 'Add to calendar',
} as const;
