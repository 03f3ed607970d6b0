import type {
  Identity,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { placeOf, repositoryUri, type Organisation } from '../place';

export {
  CommitId,
  Moment,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** Whom Azure DevOps names: a person, a group, a service. */
export const Person = z.looseObject({
  id: z.string().nullish(),
  displayName: z.string().nullish(),
  uniqueName: z.string().nullish(),
  descriptor: z.string().nullish(),
  imageUrl: z.string().nullish(),
  _links: z
    .looseObject({
      avatar: z.looseObject({ href: z.string().nullish() }).nullish(),
    })
    .nullish(),
  isContainer: z.boolean().nullish(),
});

export type Person = z.output<typeof Person>;

/** Author or committer, as Git has them. */
export const GitPerson = z.looseObject({
  name: z.string().nullish(),
  email: z.string().nullish(),
});

export type GitPerson = z.output<typeof GitPerson>;

export const Project = z.looseObject({
  id: z.string().min(1),
  name: z.string().min(1),
});

export const Repository = z.looseObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Its address in the API, which names the organisation. */
  url: z.string().min(1),
  project: Project,
  defaultBranch: z.string().nullish(),
});

export type Repository = z.output<typeof Repository>;

/** Throws when the address is none of an organisation. */
export function organisationOf(address: string): Organisation {
  const place = placeOf(address);
  if (!place) {
    throw new TypeError(`${address} is in no organisation of Azure DevOps`);
  }
  return place.organisation;
}

export function repositorySubject(repository: Repository): Subject {
  return {
    kind: 'repository',
    uri: repositoryUri({
      organisation: organisationOf(repository.url),
      project: repository.project.name,
      name: repository.name,
    }),
  };
}

/** `Windows Live ID\anna@bank.example` and the like name the same account. */
const DOMAIN = /^[^\\@]+\\(?=[^\\]+@)/;

/** Services of Azure DevOps itself: two ids instead of an address. */
const SERVICE = /^[0-9a-f-]{36}@[0-9a-f-]{36}$/i;

/**
 * An account. Descriptors tell people (`aad`, `msa`) from services; without
 * one, only services are known, by their names.
 */
export function identityOf(person: Person, system: string): Identity {
  const { id, displayName, uniqueName } = person;
  const descriptor = descriptorOf(person);
  const login = uniqueName?.replace(DOMAIN, '');
  const isService = SERVICE.test(login ?? '');
  const email = login?.includes('@') && !isService ? login : undefined;
  const isBot =
    isService ||
    /^(svc|s2s|aadsp)\./.test(descriptor) ||
    /^Build\\/.test(uniqueName ?? '');
  const isPerson = /^(aad|msa)\./.test(descriptor);
  return {
    system,
    ...(login && { login }),
    ...(id && { id }),
    ...(displayName && { name: displayName }),
    ...(email && { email }),
    kind: isBot ? 'bot' : (isPerson && 'human') || 'unknown',
  };
}

/** Reviewers have theirs in the address of their picture only. */
function descriptorOf({ descriptor, imageUrl, _links }: Person): string {
  const picture = _links?.avatar?.href ?? imageUrl ?? '';
  return descriptor ?? /\/MemberAvatars\/([^/?#]+)/.exec(picture)?.[1] ?? '';
}

/**
 * Somebody as Git knows them. Azure DevOps does not tell whose account it is:
 * it is linked where one of `accounts` has the same address.
 */
export function gitIdentityOf(
  person: GitPerson,
  system: string,
  accounts: readonly Identity[],
): Identity {
  const { name, email } = person;
  const account = accounts.find(
    known => email && known.email?.toLowerCase() === email.toLowerCase(),
  );
  return (
    account ?? {
      system,
      ...(name && { name }),
      ...(email && { email }),
      kind: 'unknown',
    }
  );
}

/** A branch without what Git puts before its name. */
export function branchOf(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}
