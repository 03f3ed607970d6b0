import {
  addDuration,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { createGitlabEvidenceSource } from './GitlabEvidenceSource';
import { deliveries } from './__testUtils__/deliveries';
import {
  give,
  guessedKey,
  newKey,
  oldKey,
  sign,
  SIGNED_AT,
  withSignatures,
  withTokens,
} from './__testUtils__/proofs';
import { scope } from './__testUtils__/reading';
import { gives } from './gives';

const first: Delivery = deliveries[0]!;

// A thousand odd payloads each: as long as they take.
jest.setTimeout(120_000);

evidenceSourceContract('GitLab with secret tokens', {
  create: withTokens,
  gives,
  deliveries,
  signs: [give('old'), give('new')],
  forge: give('guessed'),
  proves: 'sender',
});

evidenceSourceContract('GitLab with signing tokens', {
  create: withSignatures,
  gives,
  deliveries,
  signs: [sign(oldKey), sign(newKey)],
  forge: sign(guessedKey),
  proves: 'body',
  receivedAt: SIGNED_AT,
});

describe('a delivery of GitLab', () => {
  const outcome = (
    delivery: Delivery,
    source = withTokens(),
    receivedAt = SIGNED_AT,
  ): ReturnType<typeof source.authenticate> =>
    source.authenticate(delivery, receivedAt);

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

  it.each([
    ['PT5M', 'PT5M', 'accepted'],
    ['PT5M1S', 'PT5M', 'refused'],
    ['PT1M1S', 'PT1M', 'refused'],
    ['PT20M', 'PT1H', 'accepted'],
  ])(
    'that arrives %s after or before its signed time, within %s, is %s',
    (distance, signatureTolerance, expected) => {
      const source = createGitlabEvidenceSource({
        ...scope,
        webhookSecrets: [],
        signingTokens: [newKey],
        signatureTolerance,
        events: false,
      });
      const signed = sign(newKey)(first);
      for (const receivedAt of [
        addDuration(SIGNED_AT, distance),
        subtractDuration(SIGNED_AT, distance),
      ]) {
        expect(outcome(signed, source, receivedAt)).toMatchObject(
          expected === 'accepted'
            ? { outcome: 'accepted', proof: 'signed-delivery' }
            : { outcome: 'refused', code: 'signature-stale' },
        );
      }
    },
  );

  it('may be as old as it likes where only a token is checked', () => {
    const late = addDuration(SIGNED_AT, 'P1Y');
    expect(outcome(give('old')(first), withTokens(), late)).toMatchObject({
      outcome: 'accepted',
      proof: 'secret',
    });
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

describe('the headers that are kept', () => {
  it('distinguish events of the same bytes, which are read one by one', () => {
    // Neither a time nor an id is in the payload of a tag that is deleted.
    expect(withTokens().keepHeaders).toEqual([
      'x-gitlab-event',
      'x-gitlab-instance',
      'webhook-timestamp',
      'idempotency-key',
    ]);
  });
});

describe('the headers that belong to a signature', () => {
  const prepareHeaders = (delivery: Delivery, source = withTokens()) =>
    source.prepare?.(delivery).headers;
  const chosen = {
    'webhook-id': 'one',
    'webhook-timestamp': '1600000000',
    'webhook-signature': 'v1,AAAA',
    'idempotency-key': 'two',
  };

  it('are kept with it', () => {
    const signed = sign(newKey)(first);
    expect(prepareHeaders(signed, withSignatures())).toEqual(signed.headers);
  });

  it('are left out where only a token was checked', () => {
    const given = give('old')({ ...first, headers: chosen });
    expect(prepareHeaders(given)).toEqual({
      'webhook-signature': 'v1,AAAA',
      'idempotency-key': 'two',
      'x-gitlab-token': 'old',
    });
    const both = createGitlabEvidenceSource({
      ...scope,
      webhookSecrets: ['old'],
      signingTokens: [newKey],
      events: false,
    });
    const { 'webhook-signature': _, ...unsigned } = chosen;
    const told = prepareHeaders(
      give('old')({ ...first, headers: unsigned }),
      both,
    );
    expect(Object.keys(told ?? {})).toEqual([
      'idempotency-key',
      'x-gitlab-token',
    ]);
  });

  it('are left out where nobody checked them', () => {
    const delivery = withTokens().events?.toDelivery({
      eventPayload: {},
      metadata: { ...chosen, 'Webhook-Timestamp': '1600000000' },
    });
    expect(Object.keys(delivery?.headers ?? {})).toEqual([
      'webhook-signature',
      'idempotency-key',
    ]);
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
