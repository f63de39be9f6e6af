/** Columns of `events` under the names of `StoredEvent`. */
export const EVENT_COLUMNS = `position, id, stream, stream_position AS streamPosition, type, version, happened_at AS happenedAt,
  recorded_at AS recordedAt, actor_id AS actorId, actor_role AS actorRole, device_id AS deviceId, command_id AS commandId, data`;
