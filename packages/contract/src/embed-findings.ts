/**
 * Why a page shows nothing, in words for the person who owns it: one list for the console's check and for the browser
 * console of the page itself. Free of zod: pages import it.
 */
interface Sentences {
  readonly what: string;
  readonly remedy: string;
}

export const embedFindings = {
  not_an_address: { what: 'This is not an address that can be opened.', remedy: 'Write it as in the browser: https://www.example.com/book.' },
  not_public: { what: '{host} is not on the public internet, so it cannot be checked from here.', remedy: 'Check the page at the address that your visitors use.' },
  not_reachable: { what: 'Nothing answers at {host}.', remedy: 'Check the spelling, and that the page is online and open to everybody.' },
  too_slow: { what: '{host} took too long to answer.', remedy: 'Try again in a minute. If it stays slow, your visitors notice it too: ask your web host.' },
  too_large: { what: 'The page is larger than what is read here, so its end was not checked.', remedy: 'If the snippet is near the end of the page, move it up.' },
  not_found: { what: 'The page answers with an error ({status}).', remedy: 'Open the address yourself: it may have moved, be unpublished, or want a password.' },
  not_a_page: { what: 'What is there is no web page ({type}).', remedy: 'Use the address of the page itself.' },
  not_https: { what: 'The page is not served over HTTPS, so browsers refuse to sign anybody in on it.', remedy: 'Ask your web host to switch HTTPS on, and use the address that begins with https://.' },
  origin_not_registered: { what: '{origin} is not among the addresses where your portal may run.', remedy: 'Add it in the console under Settings, Your website.' },
  script_missing: { what: 'The script is not on the page.', remedy: 'Paste the whole snippet, publish the page, and check again. If your site builder takes scripts out, link to your hosted page instead.' },
  script_elsewhere: { what: 'The script comes from {origin}, which is not this Portico.', remedy: 'Replace the old snippet with the one from here.' },
  script_held: { what: 'A consent or speed tool holds the script back (its type is “{type}”).', remedy: 'Exclude portal.js there: it sets no cookies and tracks nobody.' },
  script_blocked: { what: 'The security policy of the page (Content-Security-Policy) does not let the script run.', remedy: 'Add {origin} to script-src, or put the page\'s nonce on the script.' },
  connect_blocked: { what: 'The security policy of the page (Content-Security-Policy) does not let it talk to {origin}.', remedy: 'Add {origin} to connect-src.' },
  trusted_types: { what: 'The security policy of the page allows only other Trusted Types.', remedy: 'Add lit-html \'allow-duplicates\' to trusted-types.' },
  pasted_as_text: { what: 'The snippet is on the page as text that visitors can read.', remedy: 'Paste it into a block for code or HTML, not into one for text.' },
  inside_frame: { what: 'Your site builder puts the snippet into a frame of its own, at another address than yours.', remedy: 'Use a block that puts code into the page itself (on Wix: Custom Element), or link to your hosted page.' },
  tag_missing: { what: 'The script is there, but nothing says where booking should appear.', remedy: 'Paste the <portal-bookings> part of the snippet where it should appear.' },
  no_business: { what: 'Nothing says whose portal this is.', remedy: 'Add data-business="{business}" to the script, or business="{business}" to the tag.' },
  wrong_business: { what: 'The page shows “{found}”, which is not your portal.', remedy: 'Write {business} instead, or paste the snippet from here again.' },
  no_height: { what: 'No height is reserved, so the page jumps when the portal appears.', remedy: 'Keep style="display:block;min-height:…" on the tag, or put it into your styles.' },
  unreachable: { what: '{origin} cannot be reached from this page.', remedy: 'Check that your Portico is running, and that neither a blocker nor a Content-Security-Policy (connect-src) is in the way.' },
  fine: { what: 'Everything is in place.', remedy: '' },
} as const satisfies Readonly<Record<string, Sentences>>;

export type EmbedFindingCode = keyof typeof embedFindings;

const fill = (sentence: string, facts: Readonly<Record<string, string>>): string => sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? name);

/** What is wrong and what to do about it. */
export function sayFinding(code: EmbedFindingCode, facts: Readonly<Record<string, string>> = {}): Sentences {
  const { what, remedy } = embedFindings[code];
  return { what: fill(what, facts), remedy: fill(remedy, facts) };
}
