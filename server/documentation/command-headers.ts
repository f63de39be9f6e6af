/** Headers that go along with a command, described once. */
export const COMMAND_HEADERS = {
  Author: header('chairside-author', 'Who tapped. Under anybody else’s sign-in the entry is not taken', 'Id'),
  DeviceName: header(
    'chairside-device',
    'The sending device, kept with the entry; an enrolled tablet is known by its cookie instead',
    'Id',
  ),
  Confirmation: header('chairside-confirm', 'From `POST /api/confirm`: the PIN was typed once more for this command'),
} as const;

const NEEDED: Readonly<Record<string, readonly (keyof typeof COMMAND_HEADERS)[]>> = {
  scheduleSession: ['Author', 'DeviceName'],
  sendSessionCommand: ['Author', 'DeviceName', 'Confirmation'],
  sendClinicCommand: ['Author', 'DeviceName'],
};

/** References to the headers that an operation looks at. */
export function headersOf(operationId = ''): readonly { readonly $ref: string }[] {
  return (NEEDED[operationId] ?? []).map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

function header(name: string, description: string, schema?: string): object {
  return {
    name,
    in: 'header',
    required: false,
    description,
    schema: schema === undefined ? { type: 'string' } : { $ref: `#/components/schemas/${schema}` },
  };
}
