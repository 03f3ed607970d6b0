import {
  Day,
  Digest,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  configObject,
  text,
  textList,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';

const day = () => text().pipe(Day);

const clause = configObject({
  id: text(),
  text: text(),
  controls: textList(),
});

/** A policy or a standard as the configuration declares it. */
export const policySettings = configObject({
  id: text().regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be words of lower-case letters and digits with dashes, such as change-management',
  ),
  title: text(),
  version: text(),
  owner: text(),
  approvedBy: text().optional(),
  approvedOn: day(),
  reviewedOn: day().optional(),
  reviewDue: day(),
  link: text()
    .refine(
      link => webLink(link) !== undefined,
      'must be a web address, such as https://wiki.bank.example/change-management',
    )
    .optional(),
  digest: text().pipe(Digest).optional(),
  clauses: z.array(clause).min(1, 'is empty; name at least one clause'),
}).refine(({ link, digest }) => link ?? digest, {
  message:
    'names no document; set link to its address, or digest to the SHA-256 of the approved document',
});

/** A policy or a standard of the organization. */
export type Policy = z.output<typeof policySettings>;
