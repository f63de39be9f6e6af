import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Device } from '../../db/store.ts';
import {
  type DeviceRecord,
  deviceNameSchema,
  deviceSchema,
  type ThisDevice,
  thisDeviceSchema,
} from '../../shared/wire/device.ts';
import { problemSchema } from '../../shared/wire/problem.ts';
import { isLoopback, LOOPBACK_DEVICE_COOKIE, SECURE_DEVICE_COOKIE } from '../access/cookie.ts';
import { DEVICE_COOKIE_S, LOCK_AFTER_MS } from '../access/devices.ts';
import { signedIn } from '../plugins/rights.ts';
import { ProblemError } from '../problem.ts';

const paramsSchema = z.object({ id: z.string() });

/** Tablets that people share: enrolled, named and taken out of use by an administrator. */
export const deviceRoutes: FastifyPluginAsyncZod = async (app) => {
  const { devices, pins, signIns } = app.services;
  const config = { right: 'manage-devices' } as const;
  const tags = ['devices'];

  app.get(
    '/api/device',
    {
      config: { right: 'see-this-device' },
      schema: {
        operationId: 'getThisDevice',
        summary: 'What this device is',
        description:
          'Whether it is an enrolled tablet, and who may unlock it with the PIN: whoever signed in on it with the password within 12 h, has a PIN and a try left.',
        tags,
        security: [],
        response: { 200: thisDeviceSchema },
      },
    },
    async (request): Promise<ThisDevice> => {
      const { device } = request;
      if (device === undefined) return { enrolled: false, lockAfterMs: LOCK_AFTER_MS, people: [] };
      return {
        enrolled: true,
        id: device.id,
        name: device.name,
        lockAfterMs: LOCK_AFTER_MS,
        people: await pins.peopleOf(device),
      };
    },
  );

  app.get(
    '/api/devices',
    {
      config,
      schema: {
        operationId: 'listDevices',
        summary: 'All tablets',
        tags,
        response: { 200: z.object({ devices: z.array(deviceSchema) }) },
      },
    },
    async () => ({ devices: (await devices.all()).map(recordOf) }),
  );

  app.post(
    '/api/devices',
    {
      config,
      schema: {
        operationId: 'enrolDevice',
        summary: 'Enrol this device',
        description: 'Sent from the tablet itself: the answer puts its cookie there. The sign-in goes on, as one on this tablet.',
        tags,
        body: deviceNameSchema,
        response: { 201: deviceSchema, 422: problemSchema },
      },
    },
    async (request, reply) => {
      const { tokenHash } = signedIn(request);
      // Enrolled again: what it was before is of no use any more.
      if (request.device !== undefined) await takeOut(request.device);
      const { token, device } = await devices.enrol(request.body.name);
      const session = await signIns.bind(tokenHash, device);
      if (session !== undefined) await pins.signedIn(device, session.staffId, session.createdAt);
      setDeviceCookie(request, reply, token);
      return reply.code(201).send(recordOf(device));
    },
  );

  app.put(
    '/api/devices/:id',
    {
      config,
      schema: {
        operationId: 'renameDevice',
        summary: 'Rename a tablet',
        tags,
        params: paramsSchema,
        body: deviceNameSchema,
        response: { 200: deviceSchema, 404: problemSchema, 422: problemSchema },
      },
    },
    async (request) => recordOf(found(await devices.rename(request.params.id, request.body.name))),
  );

  app.delete(
    '/api/devices/:id',
    {
      config,
      schema: {
        operationId: 'revokeDevice',
        summary: 'Take a tablet out of use',
        description: 'Its sign-ins end and its screens close at once.',
        tags,
        params: paramsSchema,
        response: { 204: z.undefined(), 404: problemSchema },
      },
    },
    async (request, reply) => {
      await takeOut(found((await devices.all()).find(({ id }) => id === request.params.id)));
      return reply.code(204).send();
    },
  );

  async function takeOut(device: Device): Promise<void> {
    await devices.revoke(device.id);
    await signIns.endAllOn(device);
  }
};

function found(device: Device | undefined): Device {
  if (device === undefined) throw new ProblemError('not-found', { rule: 'DEV2', detail: 'There is no such tablet.' });
  return device;
}

function recordOf({ tokenHash: _, ...device }: Device): DeviceRecord {
  return device;
}

/** The tablet's own token, in a cookie that no script can read and no other site can send. */
function setDeviceCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const isPlainLoopback = request.protocol === 'http' && isLoopback(request.headers.host);
  reply.setCookie(isPlainLoopback ? LOOPBACK_DEVICE_COOKIE : SECURE_DEVICE_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: !isPlainLoopback,
    maxAge: DEVICE_COOKIE_S,
  });
}
