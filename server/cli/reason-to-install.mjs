/**
 * Why the packages have to be installed, or undefined when they are what the lock names. npm keeps its own account of what
 * it installed beside the packages; packages for other platforms are in the lock only.
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }} Package
 * @param {Record<string, Package>} locked the lock's packages by their path
 * @param {Record<string, Package> | undefined} installed npm's account, undefined when there is none
 * @param {boolean} dev whether the packages for building and testing are wanted
 * @returns {string | undefined}
 */
export function reasonToInstall(locked, installed, dev) {
  if (installed === undefined) return 'no packages yet';
  for (const [path, wanted] of Object.entries(locked)) {
    if (path === '' || (wanted.dev === true && !dev)) continue;
    const there = installed[path];
    const mayBeMissing = wanted.optional === true || wanted.devOptional === true;
    if (there === undefined && mayBeMissing) continue;
    if (there?.version !== wanted.version)
      return `${path.replace('node_modules/', '')} ${there === undefined ? 'is missing' : 'changed'}`;
  }
  return undefined;
}
