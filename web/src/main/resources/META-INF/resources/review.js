// Moves the ends of what was said by mouse, finger or keys. Every form works without it: the number fields hold what is
// sent, offsets count code points, as the server does, and the server checks them against the stored text.
const box = document.getElementById("span-text");
if (box) {
  const BEGIN = 0;
  const END = 1;
  const shown = box.querySelector("p");
  const words = document.getElementById("span-words");
  const fields = [...document.querySelectorAll("[data-end]")];
  const text = [...box.dataset.text];
  const spans = (list) => (list ? list.split(" ").map((span) => span.split("-").map(Number)) : []);
  const read = spans(box.dataset.read);
  // What the text quotes, with the marks of this quotation: its ends are the only places where a quotation's may be.
  const quoted = spans(box.dataset.quoted);
  const rtl = () => getComputedStyle(shown).direction === "rtl";

  // Where each code point begins in UTF-16, in which the browser counts, and back.
  const units = [0];
  const points = [];
  text.forEach((character, point) => {
    for (let i = 0; i < character.length; i++) points.push(point);
    units.push(units[point] + character.length);
  });
  points.push(text.length);

  // Where an end may stop, on either side; a letter is not parted from its accents.
  const segments = (granularity) => [
    ...new Intl.Segmenter(shown.lang || undefined, { granularity }).segment(box.dataset.text),
  ];
  const letters = segments("grapheme").map((segment) => points[segment.index]);
  letters.push(text.length);
  const wordlike = segments("word").filter((segment) => segment.isWordLike);
  const wordEnds = [
    wordlike.map((word) => points[word.index]),
    wordlike.map((word) => points[word.index + word.segment.length]),
  ];
  const stops = (end, byWord) => {
    const all = quoted.length ? quoted.map((span) => span[end]) : byWord ? wordEnds[end] : letters;
    const [from, to] = ends();
    return all.filter((stop) => (end === BEGIN ? stop < to : stop > from));
  };

  const ends = () => fields.map((field) => Number(field.value));
  const set = (end, value) => {
    if (value === undefined) return;
    fields[end].value = value;
    paint();
    handles[end].scrollIntoView({ block: "nearest" });
  };
  const step = (end, direction, byWord) => {
    const now = ends()[end];
    const all = stops(end, byWord);
    set(end, direction > 0 ? all.find((stop) => stop > now) : all.findLast((stop) => stop < now));
  };
  const nearest = (end, point) =>
    stops(end, false).reduce((best, stop) => (Math.abs(stop - point) < Math.abs(best - point) ? stop : best), Infinity);

  // As the server will have it: the narrator's words between two quotations, and the gaps that were read, are left out.
  const said = () => {
    const [from, to] = ends();
    if (!(from >= 0 && from < to && to <= text.length)) return [];
    if (quoted.length) return quoted.filter((span) => span[BEGIN] >= from && span[END] <= to);
    const left = read.filter((span) => span[BEGIN] < to && from < span[END]);
    return left.length
      ? left.map((span, i) => [i ? span[BEGIN] : from, i === left.length - 1 ? to : span[END]])
      : [[from, to]];
  };

  let pieces = [];
  const paint = () => {
    const parts = said();
    const cut = (from, to) => text.slice(from, to).join("");
    pieces = [];
    const piece = (from, to, marked) => {
      const node = document.createTextNode(cut(from, to));
      pieces.push({ from, to, node });
      if (!marked) return node;
      const mark = document.createElement("mark");
      mark.className = "content";
      mark.append(node);
      return mark;
    };
    const nodes = [];
    let at = 0;
    for (const [from, to] of parts) {
      nodes.push(piece(at, from, false), piece(from, to, true));
      at = to;
    }
    nodes.push(piece(at, text.length, false));
    shown.replaceChildren(...nodes);
    words.textContent = parts.map(([from, to]) => cut(from, to)).join(" … ");
    const [from, to] = ends();
    handles.forEach((handle, end) => {
      handle.setAttribute("aria-valuenow", end === BEGIN ? from : to);
      handle.setAttribute("aria-valuetext", end === BEGIN ? `${cut(from, from + 40)}…` : `…${cut(Math.max(0, to - 40), to)}`);
    });
    place();
  };

  // Beside the first letter, and the last; left and right change places where the text runs from right to left.
  const place = () => {
    const around = box.getBoundingClientRect();
    const [from, to] = ends();
    [from, to - 1].forEach((point, end) => {
      const piece = pieces.find((each) => each.from <= point && point < each.to);
      if (!piece) return;
      const range = document.createRange();
      range.setStart(piece.node, units[point] - units[piece.from]);
      range.setEnd(piece.node, units[point + 1] - units[piece.from]);
      const letter = range.getClientRects()[0] ?? range.getBoundingClientRect();
      const left = (end === BEGIN) !== rtl();
      // It lies outside of what it ends, so that the two are apart however little is said.
      handles[end].classList.toggle("leftward", left);
      const style = handles[end].style;
      style.left = `${(left ? letter.left : letter.right) - around.left - box.clientLeft + box.scrollLeft}px`;
      style.top = `${letter.top - around.top - box.clientTop + box.scrollTop}px`;
      style.height = `${letter.height}px`;
    });
  };

  const pointUnder = (x, y) => {
    const caret = document.caretPositionFromPoint?.(x, y);
    const range = caret ? null : document.caretRangeFromPoint?.(x, y);
    const node = caret ? caret.offsetNode : range?.startContainer;
    const piece = pieces.find((each) => each.node === node);
    return piece && points[units[piece.from] + (caret ? caret.offset : range.startOffset)];
  };

  const handles = [box.dataset.begins, box.dataset.ends].map((name, end) => {
    const handle = document.createElement("span");
    handle.className = end === BEGIN ? "handle begin" : "handle end";
    const attributes = {
      role: "slider",
      tabindex: 0,
      "aria-label": name,
      "aria-valuemin": 0,
      "aria-valuemax": text.length,
    };
    Object.entries(attributes).forEach(([key, value]) => handle.setAttribute(key, value));
    handle.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      handle.focus({ preventScroll: true });
      handle.setPointerCapture(event.pointerId);
      box.classList.add("dragging");
    });
    handle.addEventListener("pointermove", (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      const around = box.getBoundingClientRect();
      const beyond = Math.min(0, event.clientY - around.top) + Math.max(0, event.clientY - around.bottom);
      if (beyond) box.scrollTop += beyond;
      const point = pointUnder(event.clientX, event.clientY);
      const stop = point === undefined ? Infinity : nearest(end, point);
      if (stop !== Infinity && stop !== ends()[end]) {
        fields[end].value = stop;
        paint();
      }
    });
    handle.addEventListener("lostpointercapture", () => box.classList.remove("dragging"));
    handle.addEventListener("keydown", (event) => {
      const onwards = rtl() ? "ArrowLeft" : "ArrowRight";
      const back = rtl() ? "ArrowRight" : "ArrowLeft";
      const byWord = event.ctrlKey || event.altKey;
      const moves = {
        [onwards]: () => step(end, 1, byWord),
        [back]: () => step(end, -1, byWord),
        ArrowUp: () => step(end, 1, byWord),
        ArrowDown: () => step(end, -1, byWord),
        PageUp: () => step(end, 1, true),
        PageDown: () => step(end, -1, true),
        Home: () => set(end, stops(end, false)[0]),
        End: () => set(end, stops(end, false).at(-1)),
      };
      if (!Object.hasOwn(moves, event.key) || event.metaKey) return;
      event.preventDefault();
      moves[event.key]();
    });
    return handle;
  });

  box.parentElement.hidden = false;
  box.append(...handles);
  fields.forEach((field) => field.addEventListener("input", paint));
  // It has a size only once its details are open, and another when the window has.
  let open = false;
  new ResizeObserver(() => {
    place();
    if (!open && box.clientHeight) {
      open = true;
      box.scrollTop = handles[BEGIN].offsetTop - box.clientHeight / 3;
    }
  }).observe(shown);
  paint();
}
