import {
  type AccountClaim,
  emailKey,
  type Evidence,
  type Identity,
  identityLabel,
  keysOfIdentity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * A person who was involved, as far as the person is known.
 *
 * @public
 */
export type Person = {
  /** How sentences name them: `alice (github.com)`. Empty without a name. */
  label: string;
  /** The account acted with; absent for the owner of a bot. */
  account?: Identity;
  /** The bot that this person is responsible for. */
  bot?: string;
  /**
   * The user in the catalog; none if the catalog has none, several if it is
   * ambiguous.
   */
  users: readonly string[];
};

/**
 * Who is behind identities: joins accounts to users of the catalog.
 *
 * @public
 */
export class Persons {
  readonly #claims = new Map<string, AccountClaim[]>();
  readonly #accountByEmail = new Map<string, Identity>();

  /**
   * @param claims - what the catalog says, in any order
   * @param pushes - earliest first; they contain addresses of accounts
   */
  constructor(
    claims: readonly AccountClaim[],
    pushes: readonly Evidence<'commits-pushed'>[],
  ) {
    for (const claim of claims) {
      const group = this.#claims.get(claim.key) ?? [];
      this.#claims.set(claim.key, group);
      group.push(claim);
    }
    const committers = pushes
      .flatMap(({ predicate }) => predicate.commits)
      .flatMap(({ author, coAuthors }) => [author, ...coAuthors]);
    for (const person of committers) {
      const address = person.email && emailKey(person.email);
      if (person.login && address) {
        this.#accountByEmail.set(address, person);
      }
    }
  }

  /** The person behind an identity. */
  of(identity: Identity): Person {
    const account = this.#findAccount(identity);
    return {
      label: toLabel(account),
      account,
      users: this.#findUsers(account),
    };
  }

  /** The people who are responsible for a machine. */
  findOwners(identity: Identity): Person[] {
    const owners = this.#claimants(keysOfIdentity(identity), 'bot');
    return owners.map(user => ({
      label: user,
      bot: identityLabel(identity),
      users: [user],
    }));
  }

  /** The account of an e-mail address, if there is one. */
  #findAccount(identity: Identity): Identity {
    const address = identity.email && emailKey(identity.email);
    return identity.login || !address
      ? identity
      : this.#accountByEmail.get(address) ?? identity;
  }

  /** Explicit before guessed: an annotation has priority over an address. */
  #findUsers(identity: Identity): string[] {
    const keys = keysOfIdentity(identity);
    const named = this.#claimants(keys, 'explicit');
    return named.length > 0 ? named : this.#claimants(keys, 'email');
  }

  /** Who claims the surest of some keys that anybody claims. */
  #claimants(keys: readonly string[], how: AccountClaim['how']): string[] {
    const users = keys.map(key =>
      (this.#claims.get(key) ?? [])
        .filter(claim => claim.how === how)
        .map(({ userRef }) => userRef),
    );
    const surest = users.find(({ length }) => length > 0);
    return [...new Set(surest)].sort();
  }
}

function toLabel(account: Identity): string {
  const label = identityLabel(account);
  return label && `${label} (${account.system})`;
}

/** Whether a person is known by an account or by a user. */
export function isIdentified({ account, users }: Person): boolean {
  return Boolean(account?.login ?? account?.id) || users.length === 1;
}

/**
 * Whether two people are the same. Null if unknown: the catalog is ambiguous, or
 * does not assign accounts of two systems to users. A person who is not
 * identified is not the same as anybody.
 */
export function isSamePerson(a: Person, b: Person): boolean | null {
  if (!isIdentified(a) || !isIdentified(b)) {
    return null;
  }
  const sameAccount = isSameAccount(a.account, b.account);
  if (sameAccount === true) {
    return true;
  }
  if (sameAccount === 'reused') {
    return false;
  }
  if (a.users.length === 1 && b.users.length === 1) {
    return a.users[0] === b.users[0];
  }
  if (a.users.some(user => b.users.includes(user))) {
    return null;
  }
  return sameAccount ?? (isSameAddress(a.account, b.account) || null);
}

/** `reused` if a login now belongs to another account; null if unknown. */
function isSameAccount(
  a: Identity | undefined,
  b: Identity | undefined,
): boolean | 'reused' | null {
  if (!a || !b || a.system.toLowerCase() !== b.system.toLowerCase()) {
    return null;
  }
  const isSameLogin = a.login?.toLowerCase() === b.login?.toLowerCase();
  if (a.id && b.id) {
    const isReused = a.login !== undefined && isSameLogin;
    return a.id === b.id || (isReused && 'reused');
  }
  return a.login && b.login ? isSameLogin : null;
}

function isSameAddress(
  a: Identity | undefined,
  b: Identity | undefined,
): boolean {
  const addresses = a ? listAddresses(a) : [];
  return addresses.some(key => b && listAddresses(b).includes(key));
}

function listAddresses(identity: Identity): string[] {
  return keysOfIdentity(identity).filter(key => key.startsWith('mailto:'));
}
