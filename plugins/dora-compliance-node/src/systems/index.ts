export { asBlock, type Block } from './Block';
export {
  findGithubOwners,
  type GithubOwnersError,
} from './codeOwners/findGithubOwners';
export { findGitlabOwners } from './codeOwners/findGitlabOwners';
export { githubApiHeaders, githubWaitAfter } from './github/githubApi';
export { bytesOfGithubFile, GithubFile } from './github/GithubFile';
export {
  environmentIn,
  type GithubWorkflow,
  parseGithubWorkflow,
} from './github/parseGithubWorkflow';
export { gitlabCiFile, type GitlabCiFile } from './gitlab/gitlabCiFile';
export { gitlabNextPage } from './gitlab/gitlabNextPage';
export { gitlabJobsIn, parseGitlabCi } from './gitlab/parseGitlabCi';
export { webUrlOfRemote } from './webUrlOfRemote';
