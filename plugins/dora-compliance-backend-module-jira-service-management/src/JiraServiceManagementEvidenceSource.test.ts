import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import {
  delivery,
  issue,
  item,
  marta,
  options,
  signed,
  webhook,
} from './__testUtils__/webhooks';
import { gives } from './gives';
import { createJiraServiceManagementEvidenceSource } from './JiraServiceManagementEvidenceSource';

const source = createJiraServiceManagementEvidenceSource(options);
const UPDATED = 'jira:issue_updated';
const accepted = webhook(UPDATED, issue('Work in progress'), [
  item('status', 'Open', 'Work in progress'),
]);
const solved = webhook(UPDATED, issue('Resolved'), [
  item('resolution', null, 'Done'),
  item('status', 'Work in progress', 'Resolved'),
]);
const raised = webhook(UPDATED, issue(), [
  item('priority', 'Medium', 'Highest'),
]);

evidenceSourceContract('Jira Service Management', {
  create: () => createJiraServiceManagementEvidenceSource(options),
  gives,
  deliveries: [webhook('jira:issue_created'), accepted, solved, raised].map(
    delivery,
  ),
  signs: [signed('old'), signed('new')],
  forge: signed('guessed'),
  proves: 'body',
});

const read = (payload: unknown) => source.normalise(delivery(payload));
const by = {
  system: 'meridian.atlassian.net',
  id: '557058:c9eb',
  name: 'Marta Keller',
  kind: 'human',
};

it('reads an incident, and which asset its component is', () => {
  expect(read(webhook('jira:issue_created'))).toEqual({
    outcome: 'normalised',
    statements: [
      {
        type: 'incident-detected',
        sourceId: 'jira-service-management',
        observedAt: '2026-03-31T12:09:22.169Z',
        subjects: [
          {
            kind: 'incident',
            uri: 'urn:jira-service-management:meridian.atlassian.net:10042',
          },
          { kind: 'entity', uri: 'component:default/ledger' },
        ],
        predicate: {
          incident: {
            id: 'OPS-42',
            url: 'https://meridian.atlassian.net/browse/OPS-42',
            title: 'Bookings fail',
            service: 'Ledger',
            severity: 'Highest',
            environment: { name: 'production', production: true },
          },
          detectedAt: '2026-03-31T12:09:22.169Z',
        },
      },
    ],
  });
});

it.each<[string, object, [string, object][]]>([
  [
    'accepted it',
    accepted,
    [['incident-acknowledged', { acknowledgedBy: by }]],
  ],
  ['resolved it', solved, [['incident-resolved', { resolvedBy: by }]]],
  [
    'opened it again',
    webhook(UPDATED, issue('Work in progress'), [
      item('resolution', 'Done', null),
      item('status', 'Resolved', 'Work in progress'),
    ]),
    [
      ['incident-detected', {}],
      ['incident-acknowledged', {}],
    ],
  ],
  [
    'raised its priority',
    raised,
    [
      [
        'incident-classified',
        { classification: 'Highest', scheme: 'priority', classifiedBy: by },
      ],
    ],
  ],
  [
    'classified it by a field of the bank',
    webhook(UPDATED, issue(), [item('Major incident', null, 'Yes')]),
    [
      [
        'incident-classified',
        { classification: 'Yes', scheme: 'Major incident' },
      ],
    ],
  ],
  [
    'took its priority away',
    webhook(UPDATED, issue(), [item('priority', 'High', null)]),
    [],
  ],
  [
    'changed its text',
    webhook(UPDATED, issue('Resolved'), [item('summary', 'a', 'b')]),
    [],
  ],
  ['changed nothing', webhook(UPDATED), []],
])('reads that somebody %s', (_, payload, expected) => {
  expect(read(payload)).toEqual({
    outcome: 'normalised',
    statements: expected.map(([type, predicate]) =>
      expect.objectContaining({
        type,
        predicate: expect.objectContaining(predicate),
      }),
    ),
  });
});

it.each([
  [{ accountType: 'app' }, 'bot'],
  [{ accountType: 'customer' }, 'human'],
  [{ accountType: undefined, name: 'marta' }, 'unknown'],
])('a user that is %j is %s', (changes, kind) => {
  const user = { ...marta, ...changes };
  expect(read({ ...solved, user })).toMatchObject({
    statements: [{ predicate: { resolvedBy: { kind } } }],
  });
});

it('does not make up who resolved it', () => {
  const answer = read({ ...solved, user: null }) as unknown as {
    statements: [{ predicate: object }];
  };
  expect(answer.statements[0].predicate).not.toHaveProperty('resolvedBy');
});

it('finds the asset by a label, before the rules', () => {
  const about = issue('Open', { labels: ['slow', 'dora-entity=cards'] });
  expect(read(webhook('jira:issue_created', about))).toMatchObject({
    statements: [
      { subjects: [{}, { kind: 'entity', uri: 'component:default/cards' }] },
    ],
  });
});

it('names an incident whose asset is not known', () => {
  const about = issue('Open', { components: [] });
  expect(read(webhook('jira:issue_created', about))).toMatchObject({
    statements: [{ subjects: [{ kind: 'incident' }] }],
    flaws: [
      'the incident OPS-42 names neither an entity nor a repository, and no rule names its service',
    ],
  });
});

it('leaves other issues and other webhooks alone', () => {
  const request = issue('Open', { issuetype: { name: 'Service request' } });
  for (const payload of [
    webhook('jira:issue_created', request),
    webhook('jira:issue_deleted'),
    webhook('comment_created'),
  ]) {
    expect(read(payload)).toEqual({ outcome: 'normalised', statements: [] });
  }
});

it('keeps a webhook that is not known, and names it', () => {
  expect(read(webhook('jira:issue_teleported'))).toEqual({
    outcome: 'normalised',
    statements: [],
    flaws: [
      'webhookEvent jira:issue_teleported is no webhook that is known here',
    ],
  });
});

it('rejects an issue without a status, and names the field', () => {
  expect(read(webhook(UPDATED, issue('Open', { status: undefined })))).toEqual({
    outcome: 'rejected',
    reason: 'jira-service-management: issue.fields.status is missing',
  });
});
