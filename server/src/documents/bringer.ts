/** Who brought something, from who did it: `staff:<id>`, `contact:<id>`, `system`. */
export function bringerOf(actor: string): 'staff' | 'client' | 'system' {
  if (actor.startsWith('contact:')) return 'client';
  return actor.startsWith('staff:') ? 'staff' : 'system';
}
