import { PortalError } from '@portico/client/portal-error.ts';
import type { PortalClient } from '@portico/client/portal-client.ts';
import type { Discussion, Pin, Review } from '@portico/contract/documents/review.ts';
import type { ReactiveController } from 'lit';
import type { ViewerDoor } from './viewer-door.ts';
import type { Deciding, Place, Talk } from './viewer-parts.ts';

/** What is asked, decided and said about the document that is open. What somebody is typing survives every change around it. */
export class TalkController implements Talk, ReactiveController {
  discussion: Discussion | undefined;
  deciding: Deciding | undefined;
  answering: string | undefined;
  pin: Pin | undefined;
  isPlacing = false;
  busy: string | undefined;
  readonly #drafts = new Map<Place, string>();
  readonly #problems = new Map<Place, string>();
  readonly #door: ViewerDoor;
  readonly #shown: () => number | undefined;
  #id: string | undefined;
  #seen: unknown;

  /** `shown`: which version they look at. */
  constructor(door: ViewerDoor, shown: () => number | undefined) {
    this.#door = door;
    this.#shown = shown;
    door.host.addController(this);
  }

  get review(): Review | undefined {
    const [latest] = this.discussion?.reviews ?? [];
    return latest?.state === 'withdrawn' ? undefined : latest;
  }

  /** The one on the screen is the one that is asked about. */
  get mayDecide(): boolean {
    return Boolean(this.discussion?.mayDecide) && this.#shown() === this.#door.opened()?.version;
  }

  hostUpdate(): void {
    const document = this.#door.opened();
    if (document === this.#seen) return;
    this.#seen = document;
    if (document?.id !== this.#id) this.#forget(document?.id);
    // Whatever made the document be read anew may be something that was said.
    if (document && document.source === 'file') void this.#load(document.id);
  }

  draft(place: Place): string {
    return this.#drafts.get(place) ?? '';
  }

  type(place: Place, text: string): void {
    this.#drafts.set(place, text);
    if (this.#problems.delete(place)) this.#door.host.requestUpdate();
  }

  problem(place: Place): string | undefined {
    return this.#problems.get(place);
  }

  decideOn(what: Deciding | undefined): void {
    this.deciding = what;
    this.#door.focus(what ? `[data-write="${what}"]` : '[data-action="approve"]');
  }

  answerIn(threadId: string | undefined): void {
    this.answering = threadId;
    this.#door.focus(threadId ? `[data-write="${threadId}"]` : '.viewer-title');
  }

  place(isPlacing: boolean): void {
    this.isPlacing = isPlacing;
    if (isPlacing) this.pin = undefined;
    if (isPlacing) this.#door.focus('.page');
    else this.#door.host.requestUpdate();
  }

  pinAt(pin: Pin | undefined): void {
    this.pin = pin;
    this.isPlacing = false;
    this.#door.focus('[data-write="new"]');
  }

  async comment(place: Place): Promise<void> {
    const version = this.#shown();
    const text = this.draft(place).trim();
    if (!text) return this.#refuse(place, 'writeFirst');
    if (version === undefined) return;
    const done = await this.#send(place, (client, id, lang) => client.documents.comment(id, { version, text, lang, ...(place === 'new' ? { pin: this.pin } : { threadId: place }) }));
    if (!done) return;
    if (place === 'new') this.pin = undefined;
    else this.answering = undefined;
    this.#door.emit('portal-document-commented', { documentId: this.#id ?? '' });
    this.#door.announce(this.#door.say('sentWord'));
  }

  async decide(what: Deciding): Promise<void> {
    const version = this.#shown();
    const text = this.draft(what).trim();
    if (what === 'changes' && !text) return this.#refuse(what, 'whatChangeMissing');
    if (version === undefined) return;
    const documentId = this.#id ?? '';
    if (what === 'approve' && !this.#door.emit('portal-before-approve', { documentId, version })) return;
    const done = await this.#send(what, (client, id, lang) => (what === 'approve' ? client.documents.approve(id, { version, lang, note: text }) : client.documents.requestChanges(id, { version, lang, reason: text })));
    if (!done) return;
    this.deciding = undefined;
    this.#door.emit(what === 'approve' ? 'portal-document-approved' : 'portal-document-changes-requested', { documentId, version });
    this.#door.focus('.decided');
    void this.#door.reload();
  }

  async remove(commentId: string): Promise<void> {
    await this.#send(commentId, (client, id, lang) => client.documents.removeComment(id, commentId, { lang }));
  }

  async settle(threadId: string, isResolved: boolean): Promise<void> {
    await this.#send(threadId, (client, id, lang) => client.documents.settleThread(id, threadId, isResolved, { lang }));
  }

  #forget(id: string | undefined): void {
    this.#id = id;
    this.discussion = this.deciding = this.answering = this.pin = this.busy = undefined;
    this.isPlacing = false;
    this.#drafts.clear();
    this.#problems.clear();
  }

  async #load(id: string): Promise<void> {
    try {
      this.#become(id, await this.#door.client()?.documents.discussion(id, { lang: this.#door.lang() }));
    } catch (error) {
      this.#door.complain(error);
    }
  }

  #become(id: string, discussion: Discussion | undefined): void {
    if (this.#id !== id) return;
    this.discussion = discussion ?? this.discussion;
    if (!this.mayDecide) this.deciding = undefined;
    this.#door.host.requestUpdate();
  }

  #refuse(place: Place, why: 'writeFirst' | 'whatChangeMissing'): void {
    this.#problems.set(place, this.#door.say(why));
    this.#door.focus(`[data-write="${place}"]`);
  }

  async #send(place: Place, work: (client: PortalClient, id: string, lang: string) => Promise<Discussion>): Promise<boolean> {
    const [client, id] = [this.#door.client(), this.#id];
    if (!client || id === undefined || this.busy) return false;
    this.busy = place;
    this.#problems.delete(place);
    this.#door.host.requestUpdate();
    try {
      const discussion = await work(client, id, this.#door.lang());
      this.#drafts.delete(place);
      this.#become(id, discussion);
      return true;
    } catch (error) {
      const told = this.#door.complain(error);
      const reason = error instanceof PortalError ? error.reason : undefined;
      this.#problems.set(place, reason === 'newer_version' ? this.#door.say('newerCame') : reason === 'not_asked' ? this.#door.say('notAsked') : told);
      if (reason) void this.#door.reload();
      return false;
    } finally {
      this.busy = undefined;
      this.#door.host.requestUpdate();
    }
  }
}
