import type { ControlStatus } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const FILE = path.resolve(
  __dirname,
  '../../../../packages/example-bank/expected.yaml',
);

const STATUSES = [
  'satisfied',
  'not-satisfied',
  'not-assessed',
  'not-applicable',
  'risk-accepted',
] as const satisfies readonly ControlStatus[];

/** Controls by status: alone, or each with its reason and the case that is shown. */
type Listed = Partial<
  Record<ControlStatus, readonly string[] | Readonly<Record<string, string>>>
>;

type Table = {
  profiles: Record<string, Listed>;
  assets: Record<string, Listed & { like: string }>;
};

/** What is expected of an asset and a control, and of whatever has that status. */
export type Expectation = { status: ControlStatus; reasons: string[] };

/**
 * The table of the example bank: what is expected of each asset, by the first letters
 * of the id of the control, such as `chg-02`.
 */
export function readExpected(): Map<string, Map<string, Expectation>> {
  const { profiles, assets }: Table = parse(readFileSync(FILE, 'utf8'));
  return new Map(
    Object.entries(assets).map(([name, { like, ...own }]) => {
      const profile = profiles[like];
      if (!profile) {
        throw new Error(`${name} is like ${like}, which is no profile`);
      }
      return [
        name.replace(':', ':default/'),
        new Map([...listEntries(profile), ...listEntries(own)]),
      ];
    }),
  );
}

function listEntries(listed: Listed): [string, Expectation][] {
  const entries = new Map<string, Expectation>();
  for (const status of STATUSES) {
    for (const key of readKeys(listed[status])) {
      const [control = '', reason = []] = key.split(' ');
      const { reasons = [] } = entries.get(control) ?? {};
      entries.set(control, { status, reasons: [...reasons, reason].flat() });
    }
  }
  return [...entries];
}

function readKeys(of: Listed[ControlStatus] = []): string[] {
  return Array.isArray(of) ? [...of] : Object.keys(of);
}
