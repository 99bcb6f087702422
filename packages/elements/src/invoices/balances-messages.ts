/** What is said of packages; comes with their view. */
export const balancesMessages = {
  packages: 'Packages',
  sessionsLeft: '{remaining} of {sessions} sessions left',
  useUntil: 'until {day}',
} as const;
