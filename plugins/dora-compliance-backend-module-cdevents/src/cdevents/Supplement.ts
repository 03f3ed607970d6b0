import {
  CommitId,
  describeProblem,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { bareRepository, Name, WebAddress } from './fields';

/** An account: `system` is the host of the source where it is left out. */
const Account = z.looseObject({ login: Name, system: Name.optional() });

const fields = {
  /** The commit it is about. */
  commit: CommitId,
  /** Web address of the repository it is about. */
  repository: WebAddress.transform(bareRepository),
  /** The catalog entity it is about, e.g. `component:default/ledger`. */
  entity: Name.max(255).regex(
    /^[a-z][a-z0-9-]*:[^/:\s]+\/[^/:\s]+$/i,
    'must be kind:namespace/name',
  ),
  /** Who asked for the deployment. */
  deployer: Account,
  /** Who deleted the branch, or changed the repository. */
  actor: Account,
  /** What was deployed or published. */
  artifactDigest: Name.regex(
    /^sha256:[0-9a-f]{64}$/i,
    'must be sha256: and 64 hexadecimal digits',
  ).toLowerCase(),
  /** The environment an approval is about. */
  environment: Name,
};

/** What `customData.dora` reports beside the words of CDEvents. */
export type Supplement = {
  [Field in keyof typeof fields]?: z.output<(typeof fields)[Field]>;
};

/**
 * Reads `customData.dora`, field by field: what is wrong with one is a flaw
 * and leaves the others alone. A text is read when it is an object in JSON; any
 * other text is data of another content type, and not ours.
 */
export function readSupplement(customData: unknown): {
  supplement: Supplement;
  flaws: string[];
} {
  const told = typeof customData === 'string' ? jsonIn(customData) : customData;
  if (told !== undefined && !isObject(told)) {
    return { supplement: {}, flaws: ['customData must be an object'] };
  }
  const given = told?.dora;
  if (given === undefined) {
    return { supplement: {}, flaws: [] };
  }
  if (!isObject(given)) {
    return { supplement: {}, flaws: ['customData.dora must be an object'] };
  }
  const read = Object.entries(fields).flatMap(([field, schema]) => {
    const value = given[field];
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
      error ? [`customData.dora.${describeProblem(error)}`] : [],
    ),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function jsonIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
