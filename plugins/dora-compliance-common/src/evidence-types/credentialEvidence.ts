import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';
import { Completeness } from './Completeness';

/**
 * The secrets that pipelines of a repository can read: names, scopes and times, never
 * values. A field that is absent was not reported.
 *
 * @public
 */
export const SecretsObserved = Completeness.extend({
  secrets: z.array(
    z.object({
      name: z.string().min(1),
      /** Where it is stored: what is stored in a wider scope is read by more. */
      scope: z.enum(['organization', 'repository', 'environment']),
      /** Of an environment, its name. */
      environment: z.string().optional(),
      /** Whether only protected branches can read it. */
      protectedOnly: z.boolean().optional(),
      /** Whether logs of runs hide its value. */
      masked: z.boolean().optional(),
      /** When its value was last set. */
      updatedAt: Instant.optional(),
    }),
  ),
  /** Whether code is scanned for secrets. */
  scanning: z.boolean().optional(),
  /** Whether a push that contains a secret is refused. */
  pushProtection: z.boolean().optional(),
});

/**
 * Credentials that act on a repository without a person: deploy keys, access tokens,
 * applications, service connections. A field that is absent was not reported.
 *
 * @public
 */
export const CredentialsObserved = Completeness.extend({
  credentials: z.array(
    z.object({
      kind: z.enum([
        'deploy-key',
        'access-token',
        'application',
        'service-connection',
      ]),
      id: z.string().min(1),
      name: z.string().optional(),
      mayWrite: z.boolean().optional(),
      /** Whether it has all rights of an administrator. */
      admin: z.boolean().optional(),
      createdAt: Instant.optional(),
      createdBy: Identity.optional(),
      /** Of an access token: whether it acts as the person who created it. */
      personal: z.boolean().optional(),
      /** Absent if it was not reported, or if it was never used. */
      lastUsedAt: Instant.optional(),
      expiresAt: Instant.optional(),
      /** Whether it never expires. */
      permanent: z.boolean().optional(),
      /**
       * Of an application of the organization: whether it is installed on all
       * repositories, or on some that the source does not name. It is then listed for
       * each repository, and may have no access to this one.
       */
      repositories: z.enum(['all', 'selected']).optional(),
    }),
  ),
});

/**
 * Who owns the definitions of pipelines, as the code host enforces it (CODEOWNERS).
 *
 * @public
 */
export const CodeOwnersObserved = Completeness.extend({
  /** The file that declares owners; absent if there is none. */
  path: z.string().optional(),
  /** Each pipeline definition, with its owners; empty if nobody owns it. */
  definitions: z.array(
    z.object({ path: z.string().min(1), owners: z.array(z.string()) }),
  ),
  /** Whether somebody owns the file itself. */
  ownsItself: z.boolean().optional(),
});
