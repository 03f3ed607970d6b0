import { createHmac } from 'node:crypto';
import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { JiraServiceManagementSettings } from '../config';

const SITE = 'https://meridian.atlassian.net/rest/api/2';

/** Two secrets, and a rule for the component of the ledger. */
export const options = {
  ...JiraServiceManagementSettings.parse({
    services: [
      { name: 'Ledger', entity: 'ledger', environment: 'production' },
      { name: 'FAX', entity: 'component:default/fax' },
    ],
    classificationFields: ['priority', 'Major incident'],
  }),
  webhookSecrets: ['old', 'new'],
};

const categories = {
  'Work in progress': 'indeterminate',
  Resolved: 'done',
  Open: 'new',
};

/** An incident of Meridian bank, in the documented shape. */
export const issue = (
  status: keyof typeof categories = 'Open',
  fields: object = {},
) => ({
  id: '10042',
  self: `${SITE}/issue/10042`,
  key: 'OPS-42',
  fields: {
    summary: 'Bookings fail',
    issuetype: { id: '10010', name: '[System] Incident', subtask: false },
    status: {
      id: '3',
      name: status,
      statusCategory: { id: 4, key: categories[status] },
    },
    priority: { id: '1', name: 'Highest' },
    project: { id: '10000', key: 'OPS', name: 'Operations' },
    components: [{ id: '10001', name: 'Ledger' }],
    labels: [] as string[],
    created: '2026-03-31T14:06:00.000+0200',
    ...fields,
  },
});

export const marta = {
  self: `${SITE}/user?accountId=557058:c9eb`,
  accountId: '557058:c9eb',
  displayName: 'Marta Keller',
  accountType: 'atlassian',
  active: true,
};

/** A change of a field. */
export const item = (
  field: string,
  from: string | null,
  to: string | null,
) => ({
  field,
  fieldtype: 'jira',
  from: null,
  fromString: from,
  to: null,
  toString: to,
});

export const webhook = (
  event: string,
  about: object = issue(),
  items?: object[],
  changes: object = {},
) => ({
  timestamp: Date.parse('2026-03-31T12:09:22.169Z'),
  webhookEvent: event,
  issue_event_type_name: 'issue_generic',
  user: marta,
  issue: about,
  ...(items && { changelog: { id: '10124', items } }),
  ...changes,
});

export const delivery = (payload: unknown): Delivery => ({
  headers: { 'content-type': 'application/json' },
  body: new TextEncoder().encode(JSON.stringify(payload)),
});

/** Signs as Jira does. */
export const signed =
  (secret: string) =>
  ({ headers, body }: Delivery): Delivery => ({
    headers: {
      ...headers,
      'x-hub-signature': `sha256=${createHmac('sha256', secret)
        .update(body)
        .digest('hex')}`,
    },
    body,
  });
