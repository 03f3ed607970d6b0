import { z } from 'zod';
import type { GithubApi } from '../collect/GithubApi';

/**
 * Events of which what controls judge is made. Hooks that together deliver all
 * of these tell everything that another hook could tell on them.
 */
export const judgedEvents = [
  'deployment_status',
  'pull_request',
  'pull_request_review',
  'push',
  'workflow_run',
] as const;

/** A webhook that delivers to us. */
export type GithubHook = {
  api: GithubApi;
  /** The path of its log, e.g. `/orgs/bank/hooks/1/deliveries`. */
  log: string;
  /** The events it delivers; `*` stands for all. */
  events: readonly string[];
  /** When it was made or changed last, in milliseconds since 1970. */
  changedAt: number;
};

/** Milliseconds since 1970. */
const Moment = z
  .string()
  .transform(text => Date.parse(text))
  .pipe(z.number());

/** A hook of a repository or of an organization, as the API lists it. */
export const ListedHook = z.looseObject({
  id: z.number(),
  active: z.boolean(),
  events: z.array(z.string()),
  config: z.looseObject({ url: z.string().optional() }),
  created_at: Moment,
  updated_at: Moment,
});

/** The app that asks. */
export const App = z.looseObject({
  events: z.array(z.string()),
  created_at: Moment,
  updated_at: Moment,
});

/** Where the hook of an app leads. */
export const AppHookConfig = z.looseObject({ url: z.string().optional() });

/** The app as somebody installed it. */
export const Installation = z.looseObject({
  repository_selection: z.string(),
  events: z.array(z.string()),
  suspended_at: z.string().nullish(),
  created_at: Moment,
  updated_at: Moment,
});

/** Who owns a repository. */
export const Owner = z.looseObject({ type: z.string() });

/** One line of a log. */
export const LogEntry = z.looseObject({
  id: z.number(),
  guid: z.string().min(1),
  event: z.string(),
  delivered_at: Moment,
});

export type LogEntry = z.output<typeof LogEntry>;

/** What was sent. */
export const LoggedDelivery = z.looseObject({
  request: z.looseObject({
    headers: z.record(z.string(), z.unknown()).nullable(),
    payload: z.record(z.string(), z.unknown()).nullable(),
  }),
});
