import type { StaffMember, StaffRole } from '@portico/contract/auth.ts';
import { html, type TemplateResult } from 'lit';
import { changeStaff, inviteStaff, removeStaff, staff } from '../api/auth.ts';
import { invalidate } from '../api/cache.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { meNow } from '../app/session.ts';
import { choiceField, saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { inSentence, shortMoment } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { toast } from '../ui/toasts.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';

const roles = [
  { value: 'member', label: 'Member', detail: 'Calendar and clients' }, { value: 'admin', label: 'Administrator', detail: 'Settings too' }, { value: 'owner', label: 'Owner', detail: 'Everything, the team too' },
];

/** Who works here. */
export class PorticoTeam extends LightElement {
  static override properties = { leaving: { state: true } };
  declare leaving: string;
  readonly #staff = new QueryController(this, () => staff);
  readonly #form = new FormController(this, { name: '', email: '', role: 'member' });

  constructor() {
    super();
    this.leaving = '';
  }

  protected override render(): TemplateResult {
    const list = this.#staff.value?.items.filter(({ status }) => status !== 'removed');
    return html`<div class="title-row"><h2 class="title">Team</h2></div>${staleNote(this.#staff)}${list ? html`<ul class="rows">${list.map((member) => this.#row(member))}</ul>` : waiting(this.#staff, 3)}
      <section class="section"><h2>Invite somebody</h2><form novalidate @submit=${this.#invite}>
        <div class="pair">${textField(this.#form, 'name', { label: 'Name', maxlength: 100 })}${textField(this.#form, 'email', { label: 'E-mail', type: 'email', inputmode: 'email' })}</div>
        ${choiceField(this.#form, 'role', { label: 'Role', choices: roles, width: 'middle' })}${saveRow(this.#form, { label: 'Send the invitation' })}</form></section>`;
  }

  #row(member: StaffMember): TemplateResult {
    const isMe = member.id === meNow()?.staffId;
    const seen = member.status === 'invited' ? 'Invited' : member.lastSeenAt ? `Last here ${inSentence(shortMoment(member.lastSeenAt))}` : '';
    return html`<li class="team-row"><span class="grow"><span class="name">${member.name}${isMe ? ' (you)' : ''}</span><span class="meta">${[member.email, seen, member.hasTotp ? 'authenticator app' : ''].filter(Boolean).join(' · ')}</span></span>
      ${isMe ? html`<span class="meta">${roles.find(({ value }) => value === member.role)?.label}</span>` : this.#controls(member)}</li>`;
  }

  #controls(member: StaffMember): TemplateResult {
    if (this.leaving === member.id) {
      return html`<span class="actions" role="group" aria-label="Remove ${member.name}?"><span>Signs out at once.</span><button type="button" class="danger" @click=${() => void this.#try(() => removeStaff(member.id))}>Remove</button><button type="button" class="quiet" @click=${() => { this.leaving = ''; }}>Keep</button></span>`;
    }
    return html`<portico-choice .label=${`Role of ${member.name}`} .options=${roles} .value=${member.role} @choose=${(event: CustomEvent<StaffRole>) => void this.#try(() => changeStaff(member.id, event.detail))}></portico-choice>
      <button type="button" class="quiet" aria-label="Remove ${member.name}" @click=${() => { this.leaving = member.id; }}>Remove</button>`;
  }

  readonly #invite = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { name, email, role } = this.#form.draft;
    if (this.#form.refuse({ name: name.trim() ? '' : 'Fill this in.', email: email.includes('@') ? '' : 'Type their e-mail address.' })) return;
    const invited = await this.#form.send(() => inviteStaff({ name, email: email.trim(), role: role as StaffRole }));
    if (!invited) return;
    this.#form.fill({ name: '', email: '', role: 'member' });
    invalidate('staff');
    toast({ text: `An invitation for ${invited.name} is on its way.` });
  };

  async #try(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'refused' });
    }
    this.leaving = '';
    invalidate('staff');
  }
}

customElements.define('portico-team', PorticoTeam);
