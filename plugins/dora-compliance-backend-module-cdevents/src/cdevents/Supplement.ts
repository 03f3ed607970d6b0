import {
  CommitId,
  problemOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { bareRepository, Name, WebAddress } from './fields';

const fields = {
  /** The commit it is about. */
  commit: CommitId,
  /** Web address of the repository it is about. */
  repository: WebAddress.transform(bareRepository),
  /** The catalog entity it is about, e.g. `component:default/ledger`. */
  entity: Name.regex(
    /^[a-z][a-z0-9-]*:[^/:\s]+\/[^/:\s]+$/i,
    'must be kind:namespace/name',
  ),
  /** Who asked for the deployment. */
  deployer: z.looseObject({ login: Name, system: Name.optional() }),
  /** What was deployed or published. */
  artifactDigest: Name.regex(
    /^sha256:[0-9a-f]{64}$/i,
    'must be sha256: and 64 hexadecimal digits',
  ).toLowerCase(),
  /** The environment an approval is about. */
  environment: Name,
};

/** What `customData.dora` tells beside the words of CDEvents. */
export type Supplement = {
  [Field in keyof typeof fields]?: z.output<(typeof fields)[Field]>;
};

/**
 * Reads `customData.dora`, field by field: what is wrong with one is a flaw
 * and leaves the others alone.
 */
export function readSupplement(customData: unknown): {
  supplement: Supplement;
  flaws: string[];
} {
  const given =
    typeof customData === 'object' && customData !== null
      ? (customData as Record<string, unknown>).dora
      : undefined;
  if (given === undefined) {
    return { supplement: {}, flaws: [] };
  }
  if (typeof given !== 'object' || given === null) {
    return { supplement: {}, flaws: ['customData.dora must be an object'] };
  }
  const read = Object.entries(fields).flatMap(([field, schema]) => {
    const value = (given as Record<string, unknown>)[field];
    return value === undefined
      ? []
      : [
          {
            field,
            ...z.object({ [field]: schema }).safeParse({ [field]: value }),
          },
        ];
  });
  return {
    supplement: Object.assign({}, ...read.map(({ data }) => data)),
    flaws: read.flatMap(({ error }) =>
      error ? [`customData.dora.${problemOf(error)}`] : [],
    ),
  };
}
