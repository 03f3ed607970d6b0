import { createHmac } from 'node:crypto';
import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { createGitlabEvidenceSource } from './GitlabEvidenceSource';
import { readCorpus } from './__testUtils__/corpus';

const scope = { productionEnvironments: ['live'], protectedBranches: [] };
const [oldKey, newKey, guessedKey] = ['a', 'b', 'c'].map(
  letter => `whsec_${Buffer.from(letter.repeat(32)).toString('base64')}`,
) as [string, string, string];

const withTokens = () =>
  createGitlabEvidenceSource({
    ...scope,
    webhookSecrets: ['old', 'new'],
    signingTokens: [],
    events: true,
  });

const withSignatures = () =>
  createGitlabEvidenceSource({
    ...scope,
    webhookSecrets: [],
    signingTokens: [oldKey, newKey],
    events: false,
  });

const give =
  (token: string) =>
  (delivery: Delivery): Delivery => ({
    ...delivery,
    headers: { ...delivery.headers, 'x-gitlab-token': token },
  });

const sign =
  (key: string) =>
  ({ headers, body }: Delivery): Delivery => {
    const id = 'f5e5f430-f57b-4e6e-9fac-d9128cd7232f';
    const signature = createHmac('sha256', Buffer.from(key.slice(6), 'base64'))
      .update(`${id}.1790000000.`)
      .update(body)
      .digest('base64');
    return {
      body,
      headers: {
        ...headers,
        'webhook-id': id,
        'webhook-timestamp': '1790000000',
        'webhook-signature': `v1,${signature}`,
      },
    };
  };

const corpus = readCorpus();
const first: Delivery = corpus[0]!;
const used = corpus.filter(({ file }) =>
  /webhooks\/(deployment|job|merge_request|pipeline|push|release|service_merge_request)|team/.test(
    file,
  ),
);

evidenceSourceContract('GitLab with secret tokens', {
  create: withTokens,
  deliveries: used,
  signs: [give('old'), give('new')],
  forge: give('guessed'),
  proves: 'sender',
});

evidenceSourceContract('GitLab with signing tokens', {
  create: withSignatures,
  deliveries: used,
  signs: [sign(oldKey), sign(newKey)],
  forge: sign(guessedKey),
  proves: 'body',
});

describe('a delivery of GitLab', () => {
  const outcome = (
    delivery: Delivery,
    source = withTokens(),
  ): ReturnType<typeof source.authenticate> => source.authenticate(delivery);

  it('counts as authenticated, by either proof', () => {
    const verification = 'authenticated';
    expect(outcome(give('old')(first))).toMatchObject({ verification });
    expect(outcome(sign(newKey)(first), withSignatures())).toMatchObject({
      verification,
    });
  });

  it('is judged by its token where the signature can not be checked', () => {
    expect(outcome(sign(guessedKey)(give('new')(first))).outcome).toBe(
      'accepted',
    );
  });

  it('is judged by its signature where that can be checked', () => {
    const source = createGitlabEvidenceSource({
      ...scope,
      webhookSecrets: ['token'],
      signingTokens: [newKey],
      events: false,
    });
    expect(outcome(sign(guessedKey)(give('token')(first)), source)).toEqual({
      outcome: 'refused',
      code: 'signature-invalid',
    });
  });

  it('may carry signatures of several keys', () => {
    const signed = sign(newKey)(first);
    const header = signed.headers['webhook-signature'];
    const headers = {
      ...signed.headers,
      'webhook-signature': `v2,xyz v1,AAAA ${header}`,
    };
    expect(outcome({ ...signed, headers }, withSignatures()).outcome).toBe(
      'accepted',
    );
  });

  it.each(['webhook-id', 'webhook-timestamp'])(
    'is refused when its %s was changed',
    header => {
      const signed = sign(newKey)(first);
      const headers = { ...signed.headers, [header]: '1' };
      expect(outcome({ ...signed, headers }, withSignatures()).outcome).toBe(
        'refused',
      );
    },
  );

  it.each([
    [{ 'webhook-id': 'a', 'idempotency-key': 'b' }, 'a'],
    [{ 'idempotency-key': 'b', 'x-gitlab-webhook-uuid': 'c' }, 'b'],
    [{ 'x-gitlab-webhook-uuid': 'c', 'x-gitlab-event-uuid': 'd' }, 'c'],
    [{ 'x-gitlab-event-uuid': 'd' }, undefined],
  ])('with the headers %j has the id %s', (headers, id) => {
    expect(withTokens().deliveryId({ headers, body: new Uint8Array() })).toBe(
      id,
    );
  });
});

describe('the recorded payloads of GitLab', () => {
  const source = withTokens();

  it('are all understood, but for one with blanks in its field names', () => {
    expect(corpus).toHaveLength(45);
    const rejected = corpus.flatMap(delivery => {
      const answer = source.normalise(delivery);
      return answer.outcome === 'rejected'
        ? [[delivery.file, answer.reason]]
        : [];
    });
    expect(rejected).toEqual([
      [
        'webhooks/group_merge_request.json',
        expect.stringContaining('object_attributes.iid '),
      ],
    ]);
  });

  it('give this evidence', () => {
    const found = corpus.flatMap(delivery => {
      const answer = source.normalise(delivery);
      return answer.outcome === 'normalised'
        ? answer.statements.map(({ type }) => `${delivery.file}: ${type}`)
        : [];
    });
    expect(found).toMatchInlineSnapshot(`
      [
        "webhooks/deployment.json: service-deployed",
        "webhooks/job.json: pipeline-task-finished",
        "webhooks/member.json: settings-changed",
        "webhooks/merge_request.json: change-updated",
        "webhooks/pipeline.json: pipeline-run-finished",
        "webhooks/push.json: commits-pushed",
        "webhooks/release.json: artifact-published",
        "webhooks/service_merge_request.json: change-updated",
        "systemhooks/project_create.json: settings-changed",
        "systemhooks/project_destroy.json: settings-changed",
        "systemhooks/project_rename.json: settings-changed",
        "systemhooks/project_transfer.json: settings-changed",
        "systemhooks/project_update.json: settings-changed",
        "systemhooks/push.json: commits-pushed",
        "systemhooks/user_add_to_group.json: settings-changed",
        "systemhooks/user_add_to_team.json: settings-changed",
        "systemhooks/user_remove_from_group.json: settings-changed",
        "systemhooks/user_remove_from_team.json: settings-changed",
        "systemhooks/user_update_for_group.json: settings-changed",
        "systemhooks/user_update_for_team.json: settings-changed",
      ]
    `);
  });
});

describe('the events service', () => {
  it('feeds the same source', () => {
    const delivery = withTokens().events?.toDelivery({
      eventPayload: { object_kind: 'note' },
      metadata: { 'X-Gitlab-Event': 'Note Hook' },
    });
    expect(delivery?.headers['x-gitlab-event']).toBe('Note Hook');
    expect(new TextDecoder().decode(delivery?.body)).toBe(
      '{"object_kind":"note"}',
    );
    expect(withTokens().events).toMatchObject({
      topics: ['gitlab'],
      verification: 'unverified',
    });
    expect(withSignatures().events).toBeUndefined();
  });
});
