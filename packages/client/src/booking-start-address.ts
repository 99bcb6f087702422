/** What the first screen depends on. */
export interface BookingStartQuery {
  readonly service?: string | undefined;
  readonly provider?: string | undefined;
  readonly month?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly lang?: string | undefined;
}

/**
 * Where the first screen is asked for. The loader asks before the client has arrived, and the client finds that answer
 * by this address, so both must spell it alike.
 */
export function bookingStartAddress(apiUrl: string, business: string, query: BookingStartQuery): string {
  // In one order, whoever asks.
  const given = Object.entries<string>(query as Record<string, string>).filter(([, value]) => value).sort();
  return `${apiUrl}/v1/businesses/${business}/booking-start?${new URLSearchParams(given)}`;
}
