export { AccountClaim } from './AccountClaim';
export { accountsOf, type UserAccounts } from './accountsOf';
export { ANNOTATION_ACCOUNTS, ANNOTATION_BOTS } from './annotations';
export { identitiesIn } from './identitiesIn';
