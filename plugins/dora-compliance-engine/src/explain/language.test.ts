import {
  type Instant,
  reason,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { at, deployed } from '../testing/story';
import { addWords } from './addWords';
import { english } from './en';
import { explain } from './explain';
import type { GapClosing } from './language/GapClosing';

const sentences = explain(english);
const problem = reason('more-problems', { count: 3 });
const told = sentences.sentence(problem);
const closing: GapClosing = {
  sourceId: 'github',
  from: at(0),
  collects: true,
  work: [],
};

describe('the sentences of a language', () => {
  it('are those of the language', () => {
    expect(sentences.language).toBe(english);
  });

  it('explain a reason with its code, its parameters and its sentence', () => {
    expect(sentences.explained(problem)).toEqual({
      code: 'more-problems',
      params: { count: 3 },
      sentence: told,
    });
  });

  it('tell reasons within a gap, and leave the texts of others', () => {
    const why = (more: Partial<GapClosing>) =>
      sentences.gapAdvice({ ...closing, ...more });
    expect(why({ problem: writeReason(problem) })).toContain(told);
    expect(why({ problem: 'GitHub answered 403' })).toContain(
      'GitHub answered 403',
    );
    expect(why({})).toContain('Start a backfill of github');
    const since = at(1) as Instant;
    const failed = { way: 'backfill', since, problem: writeReason(problem) };
    expect(why({ work: [failed as never] })).toContain(told);
    expect(why({ work: [{ way: 'backfill', since }] })).toContain('queued');
  });

  it('say when a gap that nobody can read stops to count', () => {
    const over = { ...closing, collects: false, to: at(60) };
    expect(sentences.gapAdvice(over)).toContain(
      english.gapAdvice['leaves-window-of-each-control']({}),
    );
  });

  it('advise about the reason, not about the gap, if it is no gap', () => {
    const control = { remediation: 'Review it.' };
    const advise = (code: string, of?: GapClosing) =>
      sentences.advice(
        control,
        { status: 'not-assessed', reason: { code, params: {} } },
        of,
      );
    expect(advise('source-silent', closing)).toBe(
      english.advice['source-silent'],
    );
    expect(advise('some-reason', closing)).toBe(control.remediation);
    expect(advise('evidence-gap', closing)).toContain('backfill');
    expect(advise('evidence-gap')).toBeUndefined();
    const problemOf = { ...closing, problem: writeReason(problem) };
    expect(advise('evidence-gap', problemOf)).toContain(told);
  });

  it('name members by what they are', () => {
    const deployment = { id: '7', environment: 'production' };
    expect(
      sentences.member({
        kind: 'deployment',
        at: at(1),
        title: 'x',
        deployment,
      }),
    ).toBe(english.deployment(deployment));
    const period = { from: at(0), to: at(60) };
    expect(
      sentences.member({ kind: 'interval', at: at(1), title: 'x', period }),
    ).toBe(english.interval(period));
    expect(sentences.member({ kind: 'branch', at: at(1), title: 'main' })).toBe(
      'main',
    );
    expect(sentences.member({ kind: 'branch', at: at(1) })).toBe('');
  });

  it('name a type of evidence without words of its own by the type', () => {
    const odd = { ...deployed(1, 'a'), type: 'odd' } as never;
    expect(sentences.evidence(odd)).toBe('odd');
    expect(sentences.evidence(deployed(1, 'a'))).toContain('Deployment 1');
  });

  it('end what others say, where more follows', () => {
    const more = writeReason(problem);
    expect(sentences.text(`Status 503\n${more}`)).toBe(`Status 503. ${told}`);
    expect(sentences.text(`Status 503!\n${more}`)).toBe(`Status 503! ${told}`);
    expect(sentences.text(`${more}\nStatus 503`)).toBe(`${told} Status 503`);
  });

  it('say what could not be assessed, whatever other status it is', () => {
    const params = {
      change: '7',
      alike: 2,
      total: 3,
      kind: 'deployment',
    };
    const say = (status: string) =>
      sentences.sentence({
        code: 'no-approval',
        params: { ...params, status },
      });
    expect(say('not-satisfied')).toContain('failed');
    expect(say('not-assessed')).toContain('could not be assessed');
    expect(say('satisfied')).toContain('could not be assessed');
  });

  it('leave a text of others within a reason as it is', () => {
    const text = writeReason(problem);
    const params = { text };
    const asReported = { code: 'as-reported', params } as never;
    expect(sentences.explained(asReported).params).toEqual(params);
    const mixed = `Status 503\n${text}`;
    expect(
      sentences.explained(
        reason('source-unreadable', { targets: 2, problem: mixed }),
      ).params.problem,
    ).toBe(`Status 503. ${told}`);
  });

  it('take the words of judgements that have some', () => {
    const judgement = {
      name: 'bank.window',
      member: 'service-deployed',
      needs: { evidence: [] },
      judge: () => [],
    };
    const en = {
      checks: { 'bank-in-window': 'Was it in time?' },
      reasons: { 'bank-late': () => 'Late.' },
      advice: { 'bank-late': 'Wait.' },
    };
    const added = addWords(english, [
      judgement,
      { ...judgement, words: { en } },
    ]);
    expect(added.reasons).toHaveProperty('bank-late');
    expect(added.checks).toHaveProperty('bank-in-window');
    expect(added.advice).toHaveProperty('bank-late');
    expect(english.reasons).not.toHaveProperty('bank-late');
  });
});
