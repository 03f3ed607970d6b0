import { changeSamples } from './changeSamples';
import { recordSamples } from './recordSamples';
import { accessSamples } from './accessSamples';
import { releaseSamples } from './releaseSamples';
import type { OriginReasons } from '../judgement/artifact-origin/reasons';
import type { FindingReasons } from '../judgement/finding-remediation/reasons';
import type { GateReasons } from '../judgement/gates/reasons';
import type { IncidentReasons } from '../judgement/incident-cause/reasons';
import type { IntervalReasons } from '../judgement/interval-length/reasons';

type Params = OriginReasons &
  FindingReasons &
  GateReasons &
  IncidentReasons &
  IntervalReasons;

const FROM = '2026-03-02T14:02:00.000Z';
const TO = '2026-03-02T14:11:00.000Z';
const LATER = '2026-03-31T12:00:00.000Z';

const artifact = { artifact: 'ghcr.io/bank/ledger', environment: 'production' };
const finding = { finding: 'CVE-2026-1234 in openssl', severity: 'critical' };
const incident = { incident: 'INC-7 Payments are rejected' };
const branch = { branch: 'main' };
const digest = 'sha256:aaaa';

/** Those of the other judgements. */
const ownSamples: {
  [Code in keyof Params]: Params[Code][];
} = {
  'artifact-deployed': [{ ...artifact, deployed: FROM }],
  'artifact-never-deployed': [{ ...artifact, digest }],
  'artifact-replaced': [{ ...artifact, digest, deployed: FROM }],
  'artifact-without-digest': [artifact],
  'deployments-unheard': [artifact],
  'deployments-without-digest': [
    { ...artifact, count: 1 },
    { ...artifact, count: 3 },
  ],
  'finding-age-unknown': [finding],
  'finding-dismissed': [
    { ...finding, due: FROM, person: 'marco', why: "won't fix" },
    { ...finding, due: FROM, person: '', why: '' },
  ],
  'finding-in-time': [{ ...finding, opened: FROM, due: LATER }],
  'finding-overdue': [
    { ...finding, opened: FROM, due: LATER, days: 3 },
    {
      ...{ finding: 'AWS key', severity: 'unknown' },
      ...{ opened: FROM, due: LATER, days: 1 },
    },
  ],
  'finding-severity-unknown': [{ finding: finding.finding }],
  'gate-always-on': [{ ...branch, since: FROM, days: 90 }],
  'gate-changed-between': [
    { ...branch, from: FROM, to: TO, person: 'marco' },
    { ...branch, from: FROM, to: FROM, person: '' },
  ],
  'gate-gone-before': [{ ...branch, gone: FROM }],
  'gate-on-until-gone': [{ ...branch, since: FROM, gone: LATER }],
  'gate-unheard': [{ ...branch, from: FROM, to: LATER, source: 'github' }],
  'gate-not-observed': [{ ...branch, from: FROM, to: LATER }],
  'gate-off': [
    {
      ...branch,
      from: FROM,
      to: TO,
      what: 'not-protected',
      landed: 1,
      person: 'marco',
    },
    {
      ...branch,
      from: FROM,
      to: TO,
      what: 'force-push,bypass',
      landed: 0,
      person: '',
    },
  ],
  'gate-on': [branch],
  'gate-unknown': [{ ...branch, fields: 'bypass, enforcedForAdmins' }],
  'gate-unknown-between': [{ ...branch, from: FROM, to: LATER }],
  'gate-weak': [
    {
      ...branch,
      what: 'admins-not-bound,changes-not-required,deletion,too-few-approvals',
    },
  ],
  'incident-change-unknown': [{ ...incident, named: digest }],
  'incident-linked': [
    { ...incident, deployed: FROM, environment: 'production' },
  ],
  'incident-not-linked': [{ ...incident, detected: LATER }],
  'interval-short-enough': [{ from: FROM, to: TO, days: 0, allowed: 7 }],
  'interval-too-long': [{ from: FROM, to: LATER, days: 28, allowed: 7 }],
};

/** Parameters of each reason that a judgement brings the sentence of. */
export const judgementSamples = {
  ...accessSamples,
  ...changeSamples,
  ...recordSamples,
  ...releaseSamples,
  ...ownSamples,
};
