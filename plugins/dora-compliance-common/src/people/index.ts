export { AccountClaim } from './AccountClaim';
export { readAccounts, type UserAccounts } from './readAccounts';
export { ANNOTATION_ACCOUNTS, ANNOTATION_BOTS } from './annotations';
export { identitiesIn } from './identitiesIn';
