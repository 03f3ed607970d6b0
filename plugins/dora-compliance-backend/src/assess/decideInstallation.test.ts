import {
  type CodeVersions,
  computeDigest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { at } from '../testing/samples';
import { decideInstallation, tellChange } from './decideInstallation';

const toCode = (control: string, versions: CodeVersions) => ({
  digest: computeDigest(control),
  codeDigest: computeDigest(JSON.stringify([control, versions])),
  versions,
});
const own = toCode('a', { evaluator: 2, judgement: 2 });
const now = at(60);
const running = { seenAt: at(59) };

it.each([
  ['nothing', undefined, 'install', 'install'],
  ['the same', own, 'confirm', 'confirm'],
  ['unknown code', { digest: own.digest }, 'install', 'install'],
  [
    'older code',
    { ...toCode('a', { evaluator: 2, judgement: 1 }), ...running },
    'install',
    'install',
  ],
  [
    'newer code',
    { ...toCode('a', { evaluator: 3, judgement: 2 }), ...running },
    'leave',
    'leave',
  ],
  [
    'newer code of stopped replicas',
    { ...toCode('a', { evaluator: 3, judgement: 2 }), seenAt: at(49) },
    'install',
    'install',
  ],
  [
    'code that is newer and older',
    { ...toCode('a', { evaluator: 3, judgement: 1 }), ...running },
    'install',
    'leave',
  ],
  [
    'code of other parts',
    { ...toCode('a', { evaluator: 1 }), ...running },
    'install',
    'leave',
  ],
  [
    'another version of the control',
    { ...toCode('b', { evaluator: 1, judgement: 1 }), ...running },
    'install',
    'leave',
  ],
])('with %s installed', (_, stored, atStart, later) => {
  expect(decideInstallation(own, stored, { now, isStart: true })).toBe(atStart);
  expect(decideInstallation(own, stored, { now, isStart: false })).toBe(later);
});

it.each([
  ['nothing', undefined, 'added'],
  ['the same', own, undefined],
  ['another control', toCode('b', own.versions), 'changed'],
  ['the same control of unknown code', { digest: own.digest }, undefined],
  [
    'another control of unknown code',
    { digest: computeDigest('b') },
    'changed',
  ],
  [
    'the same control of other code',
    toCode('a', { evaluator: 2, judgement: 1 }),
    'code-changed',
  ],
])('tells what becomes of %s', (_, stored, change) => {
  expect(tellChange(own, stored)).toBe(change);
});
