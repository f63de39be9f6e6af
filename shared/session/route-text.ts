/** A route as it is read: `IV`, `IM`, `nasal`, `oral`. */
export function routeText(route: string): string {
  return route === 'iv' || route === 'im' ? route.toUpperCase() : route;
}
