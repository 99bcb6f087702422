/** What is said where a time zone is chosen; comes with the list. */
export const zoneMessages = {
  chooseZone: 'Show times in',
  searchZone: 'Search for a city',
  noZone: 'No city called that. Try a bigger one nearby.',
  zonesLikely: 'Likely',
} as const;
