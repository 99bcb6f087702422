/** What the first screen depends on. */
export interface BookingStartQuery {
  readonly service?: string | undefined;
  readonly provider?: string | undefined;
  readonly month?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly lang?: string | undefined;
}

const inOrder = ['service', 'provider', 'month', 'timeZone', 'lang'] as const;

/**
 * Where the first screen is asked for. The loader asks before the client has arrived, and the client finds that answer
 * by this address, so both must spell it alike.
 */
export function bookingStartAddress(apiUrl: string, business: string, query: BookingStartQuery): string {
  const given = inOrder.filter((key) => query[key]).map((key) => [key, query[key]] as [string, string]);
  return `${apiUrl}/v1/businesses/${business}/booking-start?${new URLSearchParams(given)}`;
}
