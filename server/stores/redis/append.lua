-- Appends a batch to a chained log, or says why not. Writes the whole batch or nothing.
--
-- KEYS  stream of records, hash {seq, hash} of the head, hash key -> newest sequence
-- ARGV  the head's hash the batch is chained to; seconds to remember commands; the head's sequence and hash afterwards;
--       how many appends are to be written, how many only judged, how many records; the earliest sequence that one of them
--       was decided at; JSON of [sequence it was decided at, keys it read] of each, in the order of the first block;
--       then, one block after the other:
--         the Redis keys that remember the commands, first of those to be written, then of those only judged
--         the texts to remember, of those to be written
--         of each record: entry id, body, crc, hash
--         of each key that moves: key, its new sequence
-- Gives JSON {seq, hash, written, write = [verdict], judge = [verdict]}: the head as it stood, and per append
--       {known = text} | {moved = [{key, seq}]} | {clear = true}. `write` is empty when all were clear, which is when they
--       are written; `judge` is judged after the write, and only then.

local stream, head, newest = KEYS[1], KEYS[2], KEYS[3]
local expected, seconds, last_seq, last_hash = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local writes, judged = tonumber(ARGV[5]), tonumber(ARGV[6])
local records, earliest = tonumber(ARGV[7]), tonumber(ARGV[8])
local commands = 10
local texts = commands + writes + judged
local first_record = texts + writes
local first_move = first_record + 4 * records

-- Lua holds no more than some thousand arguments of one call; even, so that pairs stay together.
local most = 2000

-- The answers to `call`, asked for `from` to `upto` of `list` in parts.
local function ask(list, from, upto, call)
  local answers = {}
  for first = from, upto, most do
    local part = call(unpack(list, first, math.min(first + most - 1, upto)))
    for i, answer in ipairs(part) do answers[first - from + i] = answer end
  end
  return answers
end

local function moved_after(at, keys)
  local moved = {}
  local stands = ask(keys, 1, #keys, function(...) return redis.call('HMGET', newest, ...) end)
  for i = 1, #keys do
    local seq = tonumber(stands[i] or '0')
    if seq > at then moved[#moved + 1] = { key = keys[i], seq = seq } end
  end
  return moved
end

local clear = { clear = true }

-- Decoded only when something may have moved: after the head nothing has.
local reads

-- One verdict for each of `count` appends behind the first `skipped`, by a log that stands at `seq`; and whether all are
-- clear.
local function judge(skipped, count, seq)
  local verdicts, all_clear = {}, true
  local first = commands + skipped
  local known = ask(ARGV, first, first + count - 1, function(...) return redis.call('MGET', ...) end)
  for i = 1, count do
    local verdict = clear
    if known[i] then verdict = { known = known[i] }
    elseif earliest < seq then
      reads = reads or cjson.decode(ARGV[9])
      local at, keys = unpack(reads[skipped + i])
      local moved = at < seq and moved_after(at, keys) or {}
      if #moved > 0 then verdict = { moved = moved } end
    end
    verdicts[i] = verdict
    all_clear = all_clear and verdict == clear
  end
  return verdicts, all_clear
end

local function write()
  for at = first_record, first_move - 1, 4 do
    -- Refused by Redis when the stream has gone further than the head says; being the first write, it leaves no half.
    redis.call('XADD', stream, ARGV[at], 'body', ARGV[at + 1], 'crc', ARGV[at + 2], 'hash', ARGV[at + 3])
  end
  for i = 0, writes - 1 do redis.call('SET', ARGV[commands + i], ARGV[texts + i], 'EX', seconds) end
  for from = first_move, #ARGV, most do
    redis.call('HSET', newest, unpack(ARGV, from, math.min(from + most - 1, #ARGV)))
  end
  if records > 0 then redis.call('HSET', head, 'seq', last_seq, 'hash', last_hash) end
end

local stands = redis.call('HMGET', head, 'seq', 'hash')
local seq, hash = tonumber(stands[1] or '0'), stands[2] or string.rep('0', 64)
local reply = { seq = seq, hash = hash, written = false, write = {}, judge = {} }

local verdicts, all_clear = judge(0, writes, seq)
if not all_clear then reply.write = verdicts end
if all_clear and hash == expected then
  reply.written = true
  write()
  if judged > 0 then reply.judge = judge(writes, judged, tonumber(last_seq)) end
end

return cjson.encode(reply)
