import { html, type TemplateResult } from 'lit';
import type { Place } from './router.ts';

interface Screen {
  load(): Promise<unknown>;
  view(rest: readonly string[]): TemplateResult;
}

/** Each screen is its own chunk; what is loaded once stays. */
export const screens: Readonly<Record<string, Screen>> = {
  today: { load: () => import('../today/portico-today.ts'), view: () => html`<portico-today></portico-today>` },
  calendar: {
    load: () => import('../bookings/portico-calendar.ts'),
    view: ([mode = '', date = '', item = '']) => html`<portico-calendar .mode=${mode} .date=${date} .item=${item}></portico-calendar>`,
  },
  clients: {
    load: () => import('../clients/portico-clients.ts'),
    view: ([id = '']) => {
      if (id === 'import') return html`<portico-import></portico-import>`;
      return id ? html`<portico-client .clientId=${id}></portico-client>` : html`<portico-clients></portico-clients>`;
    },
  },
  invoices: {
    load: () => import('../invoices/portico-invoices-screen.ts'),
    view: ([part = '', item = '']) => html`<portico-invoices-screen .place=${part} .item=${item}></portico-invoices-screen>`,
  },
  documents: {
    load: () => Promise.all([import('../documents/portico-documents.ts'), import('../documents/portico-document-requests.ts'), import('../documents/portico-document-approvals.ts')]),
    view: ([item = '']) => (item === 'requests' ? html`<portico-document-requests></portico-document-requests>` : item === 'approvals' ? html`<portico-document-approvals></portico-document-approvals>` : html`<portico-documents .item=${item}></portico-documents>`),
  },
  settings: {
    load: () => import('../business/portico-settings.ts'),
    view: ([section = '', item = '']) => html`<portico-settings .section=${section} .item=${item}></portico-settings>`,
  },
};

export const knownScreen = ({ screen }: Place): string => (screen in screens ? screen : 'today');
