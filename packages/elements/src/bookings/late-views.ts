import { nothing, type TemplateResult } from 'lit';
import { failed } from '../base/feedback.template.ts';
import { LateModules, type LateHost } from '../base/late-modules.ts';
import { learnLater } from '../base/localize.ts';
import type * as Answers from './answers-view.ts';
import type * as Lists from './appointments-view.ts';
import { bookingsDictionary } from './bookings-messages.ts';
import type * as Card from './opened-view.ts';
import type { Say } from './translate.ts';
import type * as Zones from './zone-chooser.ts';

/** The views that the first screen does not need: each is undefined until it has been fetched, with its words. */
export class LateViews {
  readonly #modules: LateModules;
  readonly #say: Say;
  readonly #locale: () => string;

  constructor(host: LateHost, say: Say, locale: () => string) {
    this.#say = say;
    this.#locale = locale;
    this.#modules = new LateModules(host, bookingsDictionary.english,
      (name) => learnLater(bookingsDictionary, locale(), name === 'lists' ? 1 : undefined));
  }

  /** What is booked and what was, for who is signed in. */
  lists(): typeof Lists | undefined {
    return this.#modules.get('lists', () => import('./appointments-view.ts'));
  }

  /** One booking by itself. */
  card(): typeof Card | undefined {
    return this.#modules.get('card', () => import('./opened-view.ts'));
  }

  /** What opens when somebody acts. */
  answers(): typeof Answers | undefined {
    return this.#modules.get('answers', loadAnswers);
  }

  fetchAnswers(): Promise<typeof Answers> {
    return this.#modules.fetch('answers', loadAnswers);
  }

  zones(): typeof Zones | undefined {
    const locale = this.#locale();
    return this.#modules.get(`zones ${locale}`, async () => {
      const chooser = await import('./zone-chooser.ts');
      await chooser.learnZones(locale);
      return chooser;
    });
  }

  /** Where a view should be whose code could not be fetched: the connection broke after the first screen. */
  missing(name: 'answers' | 'zones'): TemplateResult | typeof nothing {
    const isMissing = this.#modules.isMissing(name === 'zones' ? `zones ${this.#locale()}` : name);
    if (!isMissing) return nothing;
    return failed({ message: this.#say('offline'), retry: this.#say('retry'), onRetry: () => this.#modules.forgetFailures() });
  }
}

const loadAnswers = (): Promise<typeof Answers> => import('./answers-view.ts');
