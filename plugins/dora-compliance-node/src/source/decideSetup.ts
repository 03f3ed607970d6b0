import type { SourceSecret } from './SourceSecret';

/**
 * What the configuration of a source offers: ways to receive and to collect.
 *
 * @public
 */
export type SourceWays = {
  /** The name of the source for people, e.g. `GitHub`. */
  readonly title: string;
  /** The key below `doraCompliance`, e.g. `github`. */
  readonly configKey: string;
  /** Secrets that prove senders, by their key below that one. */
  readonly secrets: Readonly<
    Record<
      string,
      {
        /** Undefined where the key is not set. */
        readonly values: readonly SourceSecret[] | undefined;
        /** The environment variable that the README takes them from. */
        readonly variable: string;
      }
    >
  >;
  /** Whether Backstage's events service feeds it. */
  readonly events?: boolean;
  /** Absent where the source has no collector. */
  readonly collect?: {
    /** `collect.enabled`; undefined where it is not set. */
    readonly enabled: boolean | undefined;
    /** Whether there are credentials to collect with. */
    readonly hasCredentials: boolean;
    /** That there are none, e.g. `integrations.github has no credentials`. */
    readonly missing: string;
    /** What to do then, e.g. `add credentials to integrations.github`. */
    readonly fix: string;
  };
};

/**
 * Whether a source receives and collects, and why it does not.
 *
 * @public
 */
export type SetupDecision = {
  readonly receives: boolean;
  readonly collects: boolean;
  /** Why the source is off, and what to set; absent when it is on. */
  readonly off?: string;
  /** What needs attention though the source is on. */
  readonly notices: readonly string[];
};

/**
 * Decides what a source does: it receives when there is a secret or the events
 * service feeds it, and collects when there are credentials, unless
 * `collect.enabled` says otherwise. With neither it is off.
 *
 * @public
 */
export function decideSetup(ways: SourceWays): SetupDecision {
  const { secrets, events = false, collect } = ways;
  const hasSecret = Object.values(secrets).some(
    ({ values = [] }) => values.length > 0,
  );
  const receives = hasSecret || events;
  const collects = collect?.enabled ?? collect?.hasCredentials ?? false;
  return receives || collects
    ? {
        receives,
        collects,
        notices: listNotices(ways, { hasSecret, collects }),
      }
    : { receives, collects, off: whyOff(ways), notices: [] };
}

function listNotices(
  ways: SourceWays,
  { hasSecret, collects }: { hasSecret: boolean; collects: boolean },
): string[] {
  const { collect } = ways;
  const empty = emptySecrets(ways).map(
    what => `${what}${hasSecret ? '' : '; deliveries are refused'}.`,
  );
  return collects && collect && !collect.hasCredentials
    ? [
        ...empty,
        `${toConfigKey(ways, 'collect.enabled')} is true, but ${
          collect.missing
        }; requests are made without.`,
      ]
    : empty;
}

function whyOff(ways: SourceWays): string {
  const { title, secrets, collect } = ways;
  const keys = Object.keys(secrets).map(key => toConfigKey(ways, key));
  const are = keys.length === 1 ? 'is' : 'are';
  const empty = emptySecrets(ways);
  const isTurnedOff = collect?.enabled === false;
  const turnOn = toConfigKey(ways, 'collect.enabled');
  const reasons = [
    ...(empty.length > 0 ? empty : [`${keys.join(' and ')} ${are} not set`]),
    ...(collect ? [isTurnedOff ? `${turnOn} is false` : collect.missing] : []),
  ];
  const fixes = [
    `set ${keys.join(' or ')} to receive deliveries`,
    ...(collect
      ? [`${isTurnedOff ? `remove ${turnOn}` : collect.fix} to collect`]
      : []),
  ];
  return `${title} is off: ${reasons.join(
    ', and ',
  )}. To turn it on, ${fixes.join(', or ')}.`;
}

/** Those that are set and hold nothing. */
function emptySecrets(ways: SourceWays): string[] {
  return Object.entries(ways.secrets)
    .filter(([, { values }]) => values?.length === 0)
    .map(
      ([key, { variable }]) =>
        `${toConfigKey(
          ways,
          key,
        )} holds no secret: the environment variable it names (${variable} in the README) is not set, or the list is empty`,
    );
}

function toConfigKey({ configKey }: SourceWays, key: string): string {
  return `doraCompliance.${configKey}.${key}`;
}

/**
 * Credentials of Backstage's integrations with a kind of CI system.
 *
 * @param key - e.g. `integrations.github`
 * @public
 */
export function integrationCredentials(key: string) {
  return {
    missing: `${key} has no credentials (an environment variable that is not set counts as none)`,
    fix: `add credentials to ${key}`,
  };
}
