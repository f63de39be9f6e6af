type Package = { version?: string; dev?: boolean; optional?: boolean; devOptional?: boolean };

export function reasonToInstall(
  locked: Record<string, Package>,
  installed: Record<string, Package> | undefined,
  dev: boolean,
): string | undefined;
