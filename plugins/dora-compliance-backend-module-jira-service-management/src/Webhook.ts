import {
  Moment,
  OperationId,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';

const Text = z.string().nullish();
const Named = z.object({ name: z.string().min(1) });

/** Who did it. Jira Cloud has account ids, Jira Data Center names. */
export const User = z.object({
  self: Text,
  accountId: Text,
  accountType: Text,
  name: Text,
  displayName: Text,
  emailAddress: Text,
});

export type User = z.output<typeof User>;

/** The fields that are read of an issue. */
export const Issue = z.object({
  id: OperationId,
  key: OperationId,
  self: Text,
  fields: z.object({
    summary: Text,
    issuetype: Named,
    status: Named.extend({ statusCategory: z.object({ key: z.string() }) }),
    priority: Named.nullish(),
    project: z.object({ key: z.string(), name: Text }).nullish(),
    components: z.array(Named).nullish(),
    labels: z.array(z.string()).nullish(),
  }),
});

export type Issue = z.output<typeof Issue>;

/** A field that was changed. */
export const Item = z.object({
  field: z.string(),
  fromString: Text,
  toString: Text,
});

export type Item = z.output<typeof Item>;

/** A webhook about an issue. */
export const IssueWebhook = z.object({
  /** In milliseconds. */
  timestamp: z.preprocess(
    value => (typeof value === 'number' ? value / 1000 : value),
    Moment,
  ),
  user: User.nullish(),
  issue: Issue,
  changelog: z.object({ items: z.array(Item) }).nullish(),
});
