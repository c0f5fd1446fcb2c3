//! Clients: threads with one connection each that is kept open, asking again and again.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    time::{Duration, Instant},
};

/// What clients ask, and what they expect.
pub(crate) struct Question<'q> {
    /// Whom.
    pub(crate) to: SocketAddr,
    /// The next request of a client, by its number.
    pub(crate) next: Box<dyn Fn(usize) -> Vec<u8> + Sync + 'q>,
    /// The status of every answer.
    pub(crate) expected: u16,
}

/// What came of one turn.
#[derive(Default)]
pub(crate) struct Run {
    /// How long each answer took, shortest first.
    pub(crate) times: Vec<Duration>,
    /// How long all of it took.
    pub(crate) lasted: Duration,
}

/// Asks with so many clients at once, for so long.
pub(crate) fn run(question: &Question<'_>, clients: usize, lasting: Duration) -> Run {
    let started = Instant::now();
    let until = started + lasting;
    let mut times: Vec<Duration> = tokio::task::block_in_place(|| {
        std::thread::scope(|scope| {
            let asking: Vec<_> = (0..clients)
                .map(|client| scope.spawn(move || ask(question, client, until)))
                .collect();
            asking
                .into_iter()
                .flat_map(|thread| thread.join().unwrap())
                .collect()
        })
    });
    times.sort_unstable();
    Run {
        times,
        lasted: started.elapsed(),
    }
}

fn ask(question: &Question<'_>, client: usize, until: Instant) -> Vec<Duration> {
    let mut line = Line::to(question.to);
    let mut times = Vec::new();
    while Instant::now() < until {
        let request = (question.next)(client);
        let asked = Instant::now();
        let answer = line.ask(&request);
        times.push(asked.elapsed());
        assert_eq!(
            answer.status,
            question.expected,
            "{}",
            String::from_utf8_lossy(&answer.body)
        );
    }
    times
}

/// A connection that is kept open.
pub(crate) struct Line(BufReader<TcpStream>);

/// An answer.
pub(crate) struct Answer {
    /// Its status.
    pub(crate) status: u16,
    /// Its body, as it came.
    pub(crate) body: Vec<u8>,
}

impl Line {
    /// Connects.
    pub(crate) fn to(address: SocketAddr) -> Self {
        Self::try_to(address).unwrap()
    }

    /// Connects, if someone answers.
    pub(crate) fn try_to(address: SocketAddr) -> std::io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::with_capacity(64 * 1024, stream)))
    }

    /// Asks, and reads the whole answer.
    pub(crate) fn ask(&mut self, request: &[u8]) -> Answer {
        self.0.get_mut().write_all(request).unwrap();
        let mut head = String::new();
        let (mut status, mut length) = (0, None);
        loop {
            head.clear();
            self.0.read_line(&mut head).unwrap();
            let text = head.trim_end();
            if text.is_empty() {
                break;
            }
            if status == 0 {
                status = text.split(' ').nth(1).unwrap().parse().unwrap();
            } else if let Some((name, value)) = text.split_once(": ")
                && name.eq_ignore_ascii_case("content-length")
            {
                length = Some(value.parse().unwrap());
            }
        }
        let mut body = Vec::new();
        match length {
            Some(length) => {
                body.resize(length, 0);
                self.0.read_exact(&mut body).unwrap();
            }
            None => self.chunks(&mut body),
        }
        Answer { status, body }
    }

    fn chunks(&mut self, body: &mut Vec<u8>) {
        loop {
            let mut size = String::new();
            self.0.read_line(&mut size).unwrap();
            let size = usize::from_str_radix(size.trim_end(), 16).unwrap();
            let start = body.len();
            body.resize(start + size + 2, 0);
            self.0.read_exact(&mut body[start..]).unwrap();
            body.truncate(start + size);
            if size == 0 {
                return;
            }
        }
    }
}

impl Run {
    /// Answers a second.
    pub(crate) fn rate(&self) -> f64 {
        self.times.len() as f64 / self.lasted.as_secs_f64()
    }

    /// Several turns as one.
    pub(crate) fn all(runs: Vec<Self>) -> Self {
        let mut all = Self::default();
        for run in runs {
            all.times.extend(run.times);
            all.lasted += run.lasted;
        }
        all.times.sort_unstable();
        all
    }

    /// The time within which so many hundredths of the answers came.
    pub(crate) fn percentile(&self, hundredths: usize) -> Duration {
        self.times[(self.times.len() * hundredths / 100).min(self.times.len() - 1)]
    }

    /// The slowest hundredth beside the median.
    pub(crate) fn tail(&self) -> f64 {
        self.percentile(99).as_secs_f64() / self.percentile(50).as_secs_f64()
    }
}

/// The median of the rounds' ratios: how many times as many answers the first gave.
pub(crate) fn ratio(first: &[Run], second: &[Run]) -> f64 {
    let ratios = first.iter().zip(second);
    median(ratios.map(|(first, second)| first.rate() / second.rate()))
}

/// The one in the middle.
pub(crate) fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
