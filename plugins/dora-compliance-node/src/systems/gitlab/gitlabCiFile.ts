/**
 * Where a project of GitLab keeps the definition of its pipeline.
 *
 * @public
 */
export type GitlabCiFile = {
  readonly path: string;
  /** False when it is in another project, or anywhere on the web. */
  readonly isOwn: boolean;
};

/**
 * The CI file of a project, by its setting `ci_config_path`.
 *
 * @public
 */
export function gitlabCiFile(path: string | null | undefined): GitlabCiFile {
  const file = path || '.gitlab-ci.yml';
  return { path: file, isOwn: !/^https?:|@/.test(file) };
}
