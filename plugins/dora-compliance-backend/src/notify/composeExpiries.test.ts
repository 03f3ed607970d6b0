import {
  type Instant,
  type Reason,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  explain,
  german,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { inEnglish } from '../read/inEnglish';
import { at } from '../testing/samples';
import { composeExpiries } from './composeExpiries';
import type { StatusChange } from './StatusChange';

const stale: Reason = {
  code: 'evidence-stale',
  params: { observedAt: at(0), days: 2 },
};

const notice = (
  number: number,
  end: Instant,
  reason = stale,
  asset = 'a',
): StatusChange => ({
  number,
  entityRef: `component:default/${asset}`,
  controlId: 'chg-02',
  from: 'satisfied',
  to: 'satisfied',
  changedAt: at(number),
  expiry: { at: end, reason: writeReason(reason) },
});

const compose = (
  changes: readonly StatusChange[],
  { sentences = inEnglish, ownerRef = 'group:default/x' } = {},
) =>
  composeExpiries(sentences, {
    ownerRef,
    changes,
    name: ({ entityRef, controlId }) => ({
      entityRef,
      controlId,
      asset: entityRef.replace('component:default/', ''),
      control: controlId,
      severity: 'medium',
      remediation: 'Repair it.',
    }),
    now: at(100),
  });

describe('the message about what is about to expire', () => {
  it('says until when, why, and what to do', () => {
    const [message] = compose([notice(1, at(200))]);
    expect(message!.description).toMatch(
      /^Satisfied until 2026-03-01 03:20 UTC, if nothing is renewed\. From then on: The latest evidence is from 2026-03-01 00:00 UTC\. Such evidence is valid for 2 days only\. The evidence must be observed again\./,
    );
  });

  it('says of several members what is wrong, too', () => {
    const params = { ...stale.params, alike: 1, total: 3, kind: 'branch' };
    const reason = { ...stale, params: { ...params, status: 'not-assessed' } };
    const [message] = compose([notice(1, at(200), reason)]);
    expect(message!.description).toContain('From then on: 1 of 3');
  });

  it('does not name what its readers may not read', () => {
    const reason = {
      code: 'exemption-ended',
      params: { lacks: 'provider', why: 'made by anna', ended: '2026-03-01' },
    };
    const [message] = compose([notice(1, at(200), reason)]);
    expect(message!.description).toBe(
      'Satisfied until 2026-03-01 03:20 UTC, if nothing is renewed. Review the record, or declare a new day until which the reason holds.',
    );
  });

  it('is about the last notice of a pair', () => {
    const messages = compose([notice(1, at(300)), notice(2, at(200))]);
    expect(messages).toHaveLength(1);
    expect(messages[0]!.description).toContain('until 2026-03-01 03:20 UTC');
  });

  it('is not about what ended, nor about what was lost already', () => {
    const { expiry: _, ...change } = notice(3, at(200));
    expect(compose([notice(1, at(100))])).toEqual([]);
    expect(
      compose([notice(1, at(200)), { ...change, to: 'not-satisfied' }]),
    ).toEqual([]);
  });

  it('is sent if the control was lost and came back before it was sent', () => {
    const { expiry: _, ...change } = notice(2, at(200));
    const [message] = compose([
      notice(1, at(200)),
      { ...change, to: 'not-satisfied' },
      { ...change, number: 3, from: 'not-satisfied' },
    ]);
    expect(message!.description).toContain('until 2026-03-01 03:20 UTC');
  });

  it('leads a person, who has no scorecard, to the asset that ends first', () => {
    const changes = [
      notice(1, at(300)),
      notice(2, at(200), stale, 'b'),
      notice(3, at(300), stale, 'c'),
      notice(4, at(300), stale, 'd'),
      notice(5, at(300), stale, 'e'),
    ];
    const [message] = compose(changes, { ownerRef: 'user:default/anna' });
    expect(message).toMatchObject({
      title: 'About to expire: “chg-02” of 5 assets',
      link: '/catalog/default/component/b/compliance',
      scope: 'expiring:user:default/anna:1',
    });
    expect(message!.description).toMatch(
      /^First: “chg-02” of b \(2026-03-01 03:20 UTC\), .* There are 2 more\./,
    );
  });

  it('is in the language of the installation', () => {
    const [message] = compose([notice(1, at(200))], {
      sentences: explain(german),
    });
    expect(message!.title).toBe('Läuft bald ab: „chg-02“ für a');
    expect(message!.description).toMatch(
      /^Erfüllt bis zum 01\.03\.2026, 03:20 UTC, wenn nichts erneuert wird\. Ab dann: Der letzte Nachweis ist vom /,
    );
  });
});
